# Stacks, queues, linked lists, trees, tries and heaps by hand.
# covers: algorithms, iteration methods, container methods
class LinkedList:
    class Node:
        __slots__ = "value", "next"

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = self.Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        value, self.head = self.head.value, self.head.next
        self.size -= 1
        return value

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(value))
        else:
            child.insert(value)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def __contains__(self, value):
        if value == self.value:
            return True
        child = self.left if value < self.value else self.right
        return child is not None and value in child

    def height(self):
        return 1 + max((t.height() for t in (self.left, self.right) if t), default=0)


class Trie(dict):
    def add(self, word):
        node = self
        for c in word:
            node = node.setdefault(c, Trie())
        node["end"] = True

    def starting(self, prefix):
        node = self
        for c in prefix:
            if c not in node:
                return
            node = node[c]
        yield from node.words(prefix)

    def words(self, so_far):
        for key in sorted(self, key=str):
            if key == "end":
                yield so_far
            else:
                yield from self[key].words(so_far + key)


class LRU:
    def __init__(self, size):
        self.size, self.data = size, {}

    def __getitem__(self, key):
        self.data[key] = self.data.pop(key)
        return self.data[key]

    def __setitem__(self, key, value):
        self.data.pop(key, None)
        self.data[key] = value
        if len(self.data) > self.size:
            del self.data[next(iter(self.data))]


items = LinkedList("abc")
items.push("z")
print(items, len(items), items.pop(), "b" in items, list(items))
items.reverse()
print(items, LinkedList())
try:
    LinkedList().pop()
except IndexError as error:
    print(error)
tree = Tree(50)
for n in [30, 70, 20, 40, 60, 80, 30]:
    tree.insert(n)
print(list(tree), 60 in tree, 65 in tree, tree.height(), max(tree), sum(tree))
trie = Trie()
for word in ["car", "card", "care", "cat", "dog"]:
    trie.add(word)
print(list(trie.starting("car")), list(trie.starting("x")), list(trie.words("")))
cache = LRU(2)
cache["a"], cache["b"] = 1, 2
cache["a"], _ = cache["a"], cache.__setitem__("c", 3)
print(cache.data)
def evaluate(rpn):
    stack = []
    for token in rpn.split():
        if token in "+-*/":
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[token])
        else:
            stack.append(float(token))
    return stack
print(evaluate("3 4 + 2 *"), evaluate("5 1 2 + 4 * + 3 -"), evaluate("1 2"))
