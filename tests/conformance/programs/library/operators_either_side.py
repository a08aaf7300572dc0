# Operators that the right side answers: views, ordered dicts, counters and fractions.
# covers: operator methods
from collections import Counter, OrderedDict, deque
from fractions import Fraction
import re

print([1, 2] - {1: 2}.keys(), (1, 2) & {1: 2}.keys(), [(1, 2)] & {1: 2}.items(), sorted("ab" ^ {"a": 1}.keys()))
print(Counter("ab") | {"z": 1}, {"z": 1} | Counter("a"), {1: 2} | OrderedDict({3: 4}), OrderedDict({5: 6}) | {1: 2})
print(Counter("aab") - {"a": 1}.keys(), type({} | OrderedDict()).__name__, type(Counter() | {}).__name__)
print(divmod(7.5, Fraction(2, 3)), divmod(7, Fraction(2, 3)), divmod(Fraction(7, 2), 2), divmod(True, Fraction(1, 2)))
for make in (lambda: () + re.match("a", "a"), lambda: 1 + re.compile("a"), lambda: [] + deque(), lambda: Counter() + 1, lambda: 5 - {}.keys(), lambda: {}.keys() - 5):
    try:
        print(make())
    except TypeError as error:
        print(error)
