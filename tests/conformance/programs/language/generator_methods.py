# send, throw and close.
# covers: generator send, throw and close
def average():
    total, count, mean = 0, 0, None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


g = average()
print(next(g), g.send(10), g.send(20), g.send(60))
g.close()
try:
    g.send(1)
except StopIteration as stop:
    print("stopped", stop.value)


def talker():
    try:
        while True:
            try:
                got = yield "ready"
                print("got", got)
            except ValueError as error:
                print("caught", error)
                yield "recovered"
    finally:
        print("cleaned up")


t = talker()
print(next(t), t.send("hello"), t.throw(ValueError("oops")), next(t))
t.close()
t.close()
try:
    next(t)
except StopIteration:
    print("closed")
t = talker()
next(t)
try:
    t.throw(KeyError("not caught"))
except KeyError as error:
    print("KeyError", error)
try:
    average().send(5)
except TypeError as error:
    print(error)


def delegate():
    result = yield from worker()
    print("worker gave", result)
    yield "last"


def worker():
    received = []
    while len(received) < 2:
        try:
            received.append((yield len(received)))
        except ZeroDivisionError:
            received.append("zero")
    return received


d = delegate()
print(next(d), d.send("x"), d.throw(ZeroDivisionError), next(d, "over"))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def stop_inside():
    yield 1
    raise StopIteration("no")


g = stop_inside()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as error:
    print(error)
unstarted = talker()
unstarted.close()
try:
    unstarted = talker()
    unstarted.throw(ValueError("before start"))
except ValueError as error:
    print(error)
g = (x for x in [1, 2])
print(next(g), g.close(), list(g))
