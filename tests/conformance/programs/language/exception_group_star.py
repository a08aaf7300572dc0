# except*: clauses take their parts, raise anew, raise again, and leave the rest.
# covers: exception groups; chained exceptions
import traceback


def many():
    raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError("q"), OSError("o")])])


for number in range(3):
    try:
        raise ExceptionGroup("e", [ValueError(number)])
    except* ValueError as caught:
        if number == 1:
            pass
        print(number, caught.exceptions)
    except* TypeError:
        print("never")

try:
    try:
        raise TypeError("naked")
    except* ValueError:
        print("never")
except TypeError as error:
    print("still", error, error.__context__)

try:
    try:
        raise ExceptionGroup("z", [ValueError(1), OSError(2)])
    except* ValueError:
        raise
    except* OSError as error:
        raise RuntimeError("r") from error
except BaseException as error:
    print(repr(error), error.exceptions)


def steps():
    try:
        yield 1
        raise ExceptionGroup("z", [ValueError(1)])
    except* ValueError:
        yield 2
    yield 3


print(list(steps()))
try:
    try:
        many()
    except* TypeError:
        1 / 0
except ExceptionGroup:
    text = traceback.format_exc()
    print("\n".join(line for line in text.splitlines() if "+" in line or "Error:" in line or "Group:" in line))
