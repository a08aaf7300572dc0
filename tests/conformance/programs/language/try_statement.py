# try, except, else, finally: what runs and in which order.
# covers: try, finally
def run(action):
    log = []
    try:
        log.append("try")
        action()
    except ZeroDivisionError:
        log.append("zero")
    except (KeyError, IndexError) as error:
        log.append(f"lookup {error!r}")
    except ValueError as error:
        log.append(f"value {error}")
    except Exception as error:
        log.append(f"other {type(error).__name__}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


for action in [lambda: 1, lambda: 1 / 0, lambda: {}["k"], lambda: [][1], lambda: int("x"), lambda: None.x]:
    print(run(action))


def returns():
    try:
        return "from try"
    finally:
        print("finally before return")


def overrides():
    try:
        return 1
    finally:
        return 2


def swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


print(returns(), overrides(), swallows())


def loops():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "done"


print(loops())


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as error:
        print("outer", error)
        try:
            raise ValueError("second")
        except ValueError:
            print("second handled")
    return "ok"


print(nested())
try:
    raise TypeError("named")
except TypeError as e:
    print(e)
print("e" in globals())
try:
    try:
        raise ValueError("again")
    except ValueError:
        raise
except ValueError as error:
    print("reraised", error)


def value(text):
    try:
        number = int(text)
    except ValueError:
        return None
    else:
        return number * 2


print([value(t) for t in ["1", "x", "3"]])
try:
    pass
except:
    print("never")
else:
    print("else runs")
finally:
    print("always")
try:
    raise KeyboardInterrupt
except BaseException as error:
    print(type(error).__name__, isinstance(error, Exception))
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise ValueError
except ValueError as error:
    print(repr(error), error.args)
