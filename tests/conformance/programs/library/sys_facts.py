# What sys tells and does.
# covers: sys
import math
import sys

print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version_info.minor)
print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.getdefaultencoding(), sys.argv[1:])
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info)
print(sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.hash_info.width)
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, _ = sys.exc_info()
    print(kind, repr(value), sys.exception() is value)
print(sys.exc_info(), sys.exception())
print(sys.stdout.write("written\n"), sys.stdout.flush(), sys.intern("a") == "a")
print(sys.modules["math"] is math, "sys" in sys.modules, "nowhere" in sys.modules, sys.modules.get("nowhere"))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(200)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(0) < 200)
sys.setrecursionlimit(limit)
for action in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit("a"), lambda: sys.exit("bye"), lambda: sys.exit(3), lambda: sys.exit()):
    try:
        print(action())
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", getattr(error, "code", None))
print(sys.getsizeof([]) > 0, sys.float_info.radix, isinstance(sys.float_info, tuple))
