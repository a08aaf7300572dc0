# Looking ahead and behind, atomic groups, possessive repetitions.
# covers: re
import re

print(re.search(r"(?<=abc)def", "abcdef"), re.search(r"(?<!abc)def", "abcdef"))
print(re.findall(r"\w+(?=!)", "stop! go wait!"), re.findall(r"\b\w+\b(?!!)", "stop! go"))
print(re.findall(r"(?=(\w{2}))", "abcd"), re.search(r"(?<=(a))b", "ab").groups())
print(re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
print(re.match(r"a*+a", "aaa"), re.match(r"(?>a*)a", "aaa"), re.match(r"a++b", "aaab"), re.match(r"a?+a", "a"))
print(re.match(r"(?:ab){1,2}+ab", "abab"), re.match(r"(?:ab){1,2}ab", "abab"))
print(re.findall(r"\d{2,3}?", "12345"), re.findall(r"\d{2,3}", "12345"), re.findall(r"x{,2}", "xxx"))
print(re.findall(r"<.+?>", "<a><b>"), re.findall(r"<.+>", "<a><b>"))
print(re.findall("(?:a|ab)(?:c|bcd)", "abcd"), re.fullmatch("a|ab", "ab"), re.fullmatch("a", "ab"))
print(re.findall(r"\bfoo\b", "foo foobar foo."), re.findall(r"\Bo", "foo of"))
print(re.match(r"\Aab\Z", "ab\n"), re.match(r"ab$", "ab\n"))
password = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Za-z\d]{6,}")
print([bool(password.fullmatch(text)) for text in ("Passw0rd", "password1", "PASSWORD", "Ab1")])
