# print: sep, end, many types.
# covers: print
print()
print("a", "b", sep="")
print("a", "b", sep=", ", end="!\n")
print(*range(5), sep="\n")
print("no newline", end="")
print(" continued")
print(1, 2.5, "x", None, True, [1], (2,), {"k": 3}, {4}, 1j, b"b", range(3), sep=" | ")
print("tab\tand\\backslash", r"\raw", "quote'", 'double"', "é 日本 😀")
print("multi\nline", end="\n\n")
print(sep="x", end="only end\n")
print("", "", "", sep="-")
print(None, sep=None, end=None)
print("flush", flush=True)


class Thing:
    def __str__(self):
        return "str of thing"

    def __repr__(self):
        return "repr of thing"


print(Thing(), [Thing()], {"k": Thing()}, (Thing(),))
for text in ["print(sep=5)", "print(1, end=2)", "print(1, foo=2)", "print(1, sep=b' ')", "print(file=5)"]:
    try:
        eval(text)
    except (TypeError, AttributeError) as error:
        print(text, "->", type(error).__name__, error)
for row in range(1, 4):
    for column in range(1, 4):
        print(row * column, end="\t" if column < 3 else "\n")
print("%s and %d" % ("a", 5), "{} {}".format(1, 2), f"{1 + 1}", "a" + "b", "ab" * 2)
result = print("print returns", end=" ")
print(result)
import io

buffer = io.StringIO()
print("into", "text", sep="-", file=buffer)
print(repr(buffer.getvalue()))
