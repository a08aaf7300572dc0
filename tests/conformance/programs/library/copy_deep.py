# Copies: shallow, deep, of things that hold themselves.
# covers: copy
import collections
import copy

a = [1, [2, 3]]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(4)
print(a, b, c)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is loop, twin)
shared = [0]
d = copy.deepcopy({"a": shared, "b": shared})
print(d["a"] is d["b"], d["a"] is shared)
plain, holding = (1, 2), (1, [2])
print(copy.deepcopy(plain) is plain, copy.deepcopy(holding) is holding, copy.copy(holding) is holding)


class Node:
    def __init__(self, value):
        self.value = value
        self.parent = None
        self.children = []

    def add(self, child):
        child.parent = self
        self.children.append(child)
        return self


root = Node("root").add(Node("leaf"))
other = copy.deepcopy(root)
print(other.children[0].parent is other, other.children[0] is root.children[0], copy.copy(root).children is root.children)
print(copy.deepcopy(len) is len, copy.deepcopy(Node) is Node, copy.deepcopy(range(3)), copy.deepcopy({1, 2}), copy.copy(bytearray(b"x")))
print(copy.deepcopy(collections.deque([1, [2]], 5)), copy.copy(collections.Counter("ab")), copy.deepcopy(collections.defaultdict(list, a=[1])))
memo = {}
copy.deepcopy(shared, memo)
print(id(shared) in memo, copy.deepcopy(ValueError("x", 1)).args)
Point = collections.namedtuple("Point", "x y")
print(copy.deepcopy(Point(1, [2])), copy.copy(Point(1, 2)))
try:
    copy.deepcopy(item for item in [])
except TypeError as error:
    print(error)
