# input() prints its prompt; the end of all lines is an EOFError that can be caught.
# covers: input
try:
    name = input("Your name? ")
except EOFError as error:
    print()
    print(type(error).__name__, error)

for call in [lambda: input(1, 2), lambda: input(prompt="x")]:
    try:
        call()
    except TypeError as error:
        print(error)


class Loud:
    def __str__(self):
        return "loud> "


try:
    input(Loud())
except EOFError:
    print("no more")
print(isinstance(EOFError(), Exception), EOFError.__mro__[1].__name__)
