# All forms of import.
# covers: import, __import__, ImportError
import math
import math as m, string
from math import pi, floor as down
from collections import (
    Counter,
    OrderedDict as Ordered,
)
import collections.abc
import collections.abc as abc

print(math.sqrt(16), m is math, string.digits, round(pi, 4), down(2.7), Counter("aab"), Ordered(a=1), collections.deque([1]), abc.Sized.__name__)
print(__import__("math") is math, math.__name__, type(math).__name__, "sqrt" in dir(math), hasattr(math, "pi"), __name__)


def inside():
    from random import Random
    import json
    return Random(1).randint(1, 100), json.dumps({"a": [1, None]})


print(inside(), "json" in globals())
from itertools import *
print(list(islice(count(5), 3)), list(chain("a", "b")))
try:
    import numpy_is_not_here
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from math import nothing
except ImportError as error:
    print(type(error).__name__, error.name)
if True:
    import textwrap as wrap
print(wrap.shorten("a long text to shorten", 12))
class Holder:
    import bisect
    from operator import add
    total = add(1, 2)
print(Holder.bisect.bisect([1, 2, 3], 2), Holder.total)
math.extra = "added"
print(m.extra)
del math
try:
    math
except NameError as error:
    print(error)
print(m.tau > 6)
