# Exception groups: making, splitting, and except*.
# covers: exception groups
def show(group, indent=0):
    print(" " * indent + repr(group))
    for each in getattr(group, "exceptions", ()):
        show(each, indent + 2)


group = ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
show(group)
print(group, "|", group.message, len(group.exceptions), isinstance(group, Exception))
match, rest = group.split(ValueError)
show(match)
show(rest)
show(group.subgroup(lambda each: isinstance(each, KeyError)))
print(group.subgroup(ZeroDivisionError))

try:
    raise group
except* ValueError as caught:
    print("values", caught.exceptions)
except* (TypeError, KeyError) as caught:
    print("others", caught.exceptions)
else:
    print("never")
finally:
    print("finally")

try:
    try:
        raise group
    except* ValueError:
        print("only values")
except ExceptionGroup as left:
    show(left)

try:
    raise ValueError("plain")
except* ValueError as caught:
    print(repr(caught))

try:
    try:
        raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as left:
    show(left)
    print([type(each.__context__).__name__ for each in left.exceptions])

for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [3]),
            lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x", 5)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
