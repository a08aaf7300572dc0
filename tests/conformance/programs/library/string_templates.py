# string.Template, and string.capwords.
# covers: string
import string

t = string.Template("$who likes ${what}s, costs $$5")
print(t.substitute(who="Ann", what="cat"), t.safe_substitute(who="Bob"), t.template, t.get_identifiers(), t.is_valid())
print(t.substitute({"who": "C", "what": "dog"}, what="bird"))
print(string.Template("$a $b").safe_substitute({"a": 1}), string.Template("$ x $").safe_substitute(), string.Template("$").is_valid())


class Percent(string.Template):
    delimiter = "%"


class Short(string.Template):
    idpattern = "[a-z][0-9]"


print(Percent("%a $b %% %{c}d").substitute(a=1, c=3), Short("$a1 ${b2}$a").safe_substitute(a1=1, b2=2))
print(string.capwords("hello  wORLD foo"), string.capwords("a-b-c", "-"), string.capwords("  x  "))
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace))
print(string.ascii_lowercase + string.ascii_uppercase == string.ascii_letters, len(string.printable))
for template in ("$name", "cost: $", "ab\n $1", "line\n\n  ${", "$$ $-x"):
    try:
        print(string.Template(template).substitute())
    except (KeyError, ValueError) as error:
        print(f"{template!r}: {type(error).__name__}: {error}")
