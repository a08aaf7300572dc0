# Groups of regular expressions: by number, by name, not matched, repeated.
# covers: re
import re

m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", "2024-05 and more")
print(m, m.group(), m.group(0), m.group(1), m.group("month"), m[2], m["year"])
print(m.groups(), m.groups("?"), m.groupdict(), m.groupdict(default=0))
print(m.group("year", "month"), m.group(1, 4))
print(m.start(), m.end(), m.span(), m.start("month"), m.end(2), m.span("day"), m.regs)
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re.pattern)
print(m.re.groups, m.re.groupindex, m.expand(r"\g<month>/\1"))
print(bool(m), re.match("x", "y"))
print(re.match(r"(a|b)*", "abab").groups(), re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"((a)|b)*", "ab").groups())
print(re.search(r"(\w+) \1", "say hello hello").group(1))
print(re.search(r"(?P<q>['\"]).*?(?P=q)", 'say "hi" x').group())
print(re.match(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<user@host.com>").group())
print(re.match(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<user@host.com"))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: m.group(7))
attempt(lambda: m["day2"])
attempt(lambda: m.group(1.5))
attempt(lambda: m.start("nothing"))
