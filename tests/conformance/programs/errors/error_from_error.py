# The last error of a chain ends the program.
# covers: line of the error, chained exceptions
def load(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"cannot load {text!r}") from error


print(load("5"))
print(load("five"))
