# yield from anything: objects with throw and close, values of StopIteration, closing from inside out.
# covers: yield from; generator send, throw and close
class Source:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count > 2:
            raise StopIteration("result")
        return self.count

    def throw(self, error):
        print("thrown", repr(error))
        raise StopIteration(42)

    def close(self):
        print("closed")


def outer():
    print("got", (yield from Source()))
    print("then", (yield from Source()))


print(list(outer()))
steps = outer()
print(next(steps))
print(steps.throw(ValueError("x")))
steps.close()


def inner():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("inner left")
        raise
    finally:
        print("inner over")


def middle():
    try:
        yield from inner()
    except GeneratorExit:
        print("middle left")
        raise


def stubborn():
    try:
        yield from inner()
    except GeneratorExit:
        yield "still here"


steps = middle()
print(next(steps))
steps.close()
steps = stubborn()
next(steps)
try:
    steps.close()
except RuntimeError as error:
    print(error)
