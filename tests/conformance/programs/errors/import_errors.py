# Modules and names that are not there.
# covers: ImportError, import, missing modules
for code in ["import not_a_module", "from not_a_module import x", "from math import not_there", "import math.sqrt", "from math import sin, cosine", "from collections import Counter, Count", "import collections.nothing", "from . import x", "from .x import y", "import math as m; m.nope", "from math import *; print(floor(2.5))", "import math, nope_nope", "from collections.abc import Nothing", "__import__('nope')"]:
    try:
        exec(code)
        print(code, "fine")
    except (ImportError, AttributeError) as error:
        print(code, "->", type(error).__name__, str(error).split(" (")[0], getattr(error, "name", None))
try:
    import numpie
except ImportError:
    numpie = None
print(numpie)
try:
    import math
except ModuleNotFoundError:
    print("never")
else:
    print(math.floor(2.7), math.__name__)
from math import sqrt as root, pi
print(root(16), round(pi, 3))
def late():
    import string
    return string.digits
print(late(), "string" in globals())
import collections.abc
print(collections.abc.Iterable.__name__, isinstance([], collections.abc.Sequence), collections.OrderedDict.__name__)
print(issubclass(ModuleNotFoundError, ImportError), __import__("math").sqrt(9))
import random as rnd, string as s
print(rnd.__name__, s.__name__)
from maths import sqrt
