import bisect
import copy
import heapq
import io
import string
import sys
import textwrap
import time
from pprint import pformat, pprint
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

pprint({"b": 1, "a": [1, 2, 3]})
pprint({"key%d" % i: list(range(i)) for i in range(12)})
pprint(list(range(60)))
pprint([["nested", ["lists", "of", "text"] * 4, {"with": "dicts", "and": ("tuples", 1, 2.5)}] * 2])
pprint({3: "c", "a": 1, (1, 2): "tuple", None: 0})
pprint("a long text that must be broken into several lines because it is longer than eighty characters in all")
pprint({"text": "a long text that must be broken into several lines because it is longer than eighty characters"})
pprint([1, 2, {"a": 1}], width=10)
pprint(list(range(40)), compact=True, width=40)
pprint({"a": {"b": {"c": {"d": 1}}}}, depth=2)
pprint({"z": 1, "a": 2}, sort_dicts=False)
pprint(set(range(30)))
pprint(frozenset({1, 2}), indent=4)
pprint({"alpha": list(range(20)), "beta": {"x" * 10: list(range(12)), "y": 2}}, indent=4)
pprint(Counter({"word%d" % i: i for i in range(10)}))
pprint(OrderedDict([("key%d" % i, "v" * 10) for i in range(6)]))
pprint(defaultdict(list, {"key%d" % i: ["v" * 10] for i in range(6)}))
pprint(deque(range(40)))
pprint((1,) * 40)
pprint(("x" * 90,))
@dataclass
class Big:
    first: list
    second: str
pprint(Big(list(range(30)), "text"))
pprint(Big([1], "short"))
ring = [1]
ring.append(ring)
print(pformat(ring).startswith("[1, <Recursion on list with id="))
print(pformat({"a": 1}), pformat([]), pformat({}), pformat(()), pformat({1: {2: 3}}))
pprint([{"name": "n%d" % i, "value": i * 1.5, "flags": [True, None]} for i in range(4)])

text = "The quick brown fox jumped over the lazy dog's back; a well-known sentence--used by type-writers. It has an extraordinarilylongwordinit."
for width in (10, 20, 40):
    print(textwrap.fill(text, width))
print(textwrap.wrap(text, 30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(text, 40), textwrap.shorten(text, 30, placeholder="..."))
print(repr(textwrap.dedent("\n    a\n      b\n\n   \n    c\n")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "- ", lambda line: True)))
print(textwrap.wrap("a b", 1), textwrap.wrap("", 5), textwrap.wrap("tab\tand\nnewline  double", 30), textwrap.wrap("x" * 25, 10), textwrap.wrap("x" * 25, 10, break_long_words=False), textwrap.fill("one-two-three four", 8, break_on_hyphens=False))
attempt(lambda: textwrap.wrap("a", 0))

print(string.ascii_letters, string.digits, string.punctuation, string.capwords("hello  big world"), string.capwords("a-b", "-"), repr(string.whitespace))
t = string.Template("$name is ${age} years, $$5 $missing")
print(t.safe_substitute(name="Al", age=3), string.Template("$a-$b").substitute({"a": 1}, b=2), string.Formatter().format("{} {x}", 1, x=2))
attempt(lambda: t.substitute(name="x", age=1))
attempt(lambda: string.Template("a $ b").substitute())

h = []
for x in (5, 1, 4, 2, 3):
    heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(5)], heapq.nlargest(2, [3, 1, 4]), heapq.nsmallest(2, ["ccc", "a", "bb"], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [4, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
h = [9, 7, 8, 3, 1]
heapq.heapify(h)
print(h, heapq.heapreplace(h, 6), heapq.heappushpop(h, 0), h, heapq.heappushpop([], 5))
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heappush((), 1))
attempt(lambda: heapq.heapify([1, "a"]))
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left([5, 3, 1], -3, key=lambda x: -x), bisect.bisect(a, 3, 0, 2))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a)
attempt(lambda: bisect.bisect(a, 1, -1))

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
    def __repr__(self):
        return f"Node({self.value})"
n = Node([1, 2], Node(3))
n.next.next = n
d = copy.deepcopy(n)
s = copy.copy(n)
print(d is not n, d.next.next is d, d.value is not n.value, s.value is n.value, copy.deepcopy([[1], {"a": (1, [2])}, {3}]), copy.copy({"a": 1}), copy.deepcopy((1, "a")), copy.deepcopy(len) is len)
class Own:
    def __copy__(self):
        return "copied"
    def __deepcopy__(self, memo):
        return "deep"
print(copy.copy(Own()), copy.deepcopy([Own()]), copy.deepcopy(defaultdict(list, a=[1])), copy.deepcopy(Counter("ab")), copy.deepcopy(namedtuple("P", "x")([1])), copy.deepcopy(ValueError("x")).args, copy.deepcopy(OrderedDict(a=[1])))
x = [1, [2]]
y = [x, x]
z = copy.deepcopy(y)
print(z[0] is z[1], z[0] is not x)

out = io.StringIO()
print("hello", 1, file=out)
out.write("more\nlines")
print(repr(out.getvalue()), out.tell())
out.seek(0)
print(out.readline(), out.read(3), list(out), io.StringIO("a\nb\n").readlines(), [line for line in io.StringIO("x\ny")])
with io.StringIO("z") as handle:
    print(handle.read())
attempt(lambda: handle.read())
attempt(lambda: out.write(5))
print(sys.maxsize, sys.getrecursionlimit(), sys.version_info[:2], type(sys.argv), sys.byteorder)
sys.stdout.write("written\n")
attempt(lambda: sys.setrecursionlimit(0))
print(time.time() >= 0, time.perf_counter() >= 0, time.sleep(0))
attempt(lambda: time.sleep(-1))
