# Building texts: joins, comprehension, formats, escapes, long texts.
# covers: strings, f-strings, percent formatting
parts = []
for i in range(5):
    parts.append(f"{i}:{i * i}")
print(", ".join(parts), "".join(reversed("abc")), "-".join(c * n for n, c in enumerate("abcd")))
text = ""
for c in "hello":
    text = c + text
print(text, len(text * 1000), text[:2] + "..." + text[-2:])
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("watermelon", 10, 12.25)]
for name, qty, price in table:
    print(f"{name:<12}|{qty:>5}|{price:>8}")
print("\n".join(f"{'*' * n:^9}" for n in range(1, 9, 2)))
long = ("one "
        "two "
        f"{'three'} "
        r"f\our")
print(long, """a
b""", 'single "double"', "double 'single'", "tab\tnew\\n")
print("%s is %d years and %.1f m" % ("Ann", 30, 1.756), "{0}{1}{0}".format("a", "b"), "{:>8}|{:^8}|{:<8}|".format("r", "c", "l"))
print("a,b;c d".replace(",", " ").replace(";", " ").split(), "x=1;y=2".split(";"), dict(pair.split("=") for pair in "x=1;y=2".split(";")))
vowels = sum(c in "aeiou" for c in "the quick brown fox")
print(vowels, "".join(c for c in "h3ll0" if c.isalpha()), " ".join(w.capitalize() for w in "the end".split()), "abc".translate({97: "A", 98: None}))
print("ab" "cd", "ab" + "cd" * 2, ("ab" + "cd") * 2, "abc" > "abd", "a" in "abc", "é" == "\u00e9", ord("a") - ord("A"))
print(f"{'nested':{'>'}{10}}", f"{3.14159:.{2}f}", f"{1000000:,}", f"{255:#x} {255:08b}", f"{0.5:.0%}", f"{'x':-^5}", f"{[1, 2]!r:>10}", f"{None!s:5}|")
encoded = "".join(f"{len(run)}{run[0]}" for run in "aaa bb c".split())
print(encoded, "\u2713", "\x41", "\101", "a\
b", len("\n\t\\"), repr("\n\t\\'"))
