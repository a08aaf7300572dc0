# Replacing and splitting by regular expressions.
# covers: re
import re

print(re.split(r"(,)", "a,b,c"), re.split(r"[,;]\s*", "a, b;c"), re.split(",", "a,b,c", maxsplit=1))
print(re.split(r"\b", "ab cd"), re.split("", "abc"), re.split("x*", "axbc"), re.split("(a)|b", "1a2b3"))
print(re.sub("a", "b", "aaa", count=1), re.subn("a", "b", "aaa", 2), re.sub("x*", "-", "abxd"))
print(re.sub("(a)(b)?", r"[\1\2]", "aab"), re.sub("a", r"\g<0>\g<0>", "xa"), re.sub("a", r"\n\\", "a"))
print(re.sub("a", lambda m: m[0].upper(), "banana"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples, 12 pears"))
print(re.sub(r"(?P<first>\w+) (?P<last>\w+)", r"\g<last>, \g<first>", "Ada Lovelace"))
print(re.findall("(a)(b)?", "abaab"), re.findall("", "abc"), re.findall("a|", "ba"))
print([(m.start(), m[0]) for m in re.finditer(r"[aeiou]", "education")])
pattern = re.compile("a")
print(pattern.search("bab", 2), pattern.match("bab", 1), pattern.findall("aaaa", 1, 3), pattern.fullmatch("bab", 1, 2))
print(re.compile("^a").match("bab", 1), pattern == re.compile("a"), hash(pattern) == hash(re.compile("a")))
print(re.escape("a.b-c*[x] y"), re.escape("é_1"))
tokens = re.compile(r"(?P<number>\d+\.?\d*)|(?P<name>[a-z]\w*)|(?P<op>[-+*/()=])|(?P<space>\s+)")
print([(m.lastgroup, m[0]) for m in tokens.finditer("x1 = 3.5*(y+2)") if m.lastgroup != "space"])
words = {}
for word in re.findall(r"[a-z']+", "the cat and the dog and the bird"):
    words[word] = words.get(word, 0) + 1
print(words)
