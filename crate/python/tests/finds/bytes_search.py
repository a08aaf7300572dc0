# A part that almost occurs everywhere.
text, part = b"a" * 1_000_000, b"a" * 100_000
print(text.find(part + b"c"), text.rfind(b"c" + part), text.count(part + b"c"), part + b"c" in text)
print(b"abcabc".find(b"c"), b"abcabc".rfind(b"bc"), b"abcabc".count(b"bc"), b"".count(b""), b"ab".count(b""), b"ab".rfind(b""))
print(b"aaaa".count(b"aa"), b"aXbXc".split(b"X"), b"aXbXc".replace(b"X", b"--"), b"ab".find(b"", 2), b"ab".find(b"", 3))
