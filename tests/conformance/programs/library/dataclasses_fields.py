# Fields of dataclasses: defaults, factories, repr, kw_only, metadata.
# covers: dataclasses
import dataclasses
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float = field(default=1.0, repr=False)
    tags: list[str] = field(default_factory=list, metadata={"unit": "none"})
    total: int = field(init=False, default=5)
    note: str = field(default="", kw_only=True)


a, b = Item("tea"), Item("pot", 2.5, ["x"], note="n")
a.tags.append("green")
print(a, b, a.tags is b.tags, b.price)
print(Item.__doc__)
print([f.name for f in dataclasses.fields(Item)], dataclasses.fields(Item)[2].metadata["unit"], dataclasses.fields(a)[0].type)
print(Item.__match_args__, Item.__annotations__["price"], Item.__init__.__annotations__)
print(Item("a") == Item("a"), Item("a") == ("a",), Item("a") != Item("b"), dataclasses.is_dataclass(Item), dataclasses.is_dataclass(5))


@dataclass
class Node:
    value: int
    children: list = field(default_factory=list)


root = Node(1)
root.children.append(root)
print(root)
match Node(3, [4]):
    case Node(value, [first]):
        print(value, first)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def mutable():
    @dataclass
    class Bad:
        items: list = []


def order():
    @dataclass
    class Bad:
        a: int = 1
        b: int


attempt(mutable)
attempt(order)
attempt(lambda: Item())
attempt(lambda: Item("a", 1, [], 2, 3))
attempt(lambda: Item(colour=1))
attempt(lambda: hash(Item("a")))
attempt(lambda: Item("a") < Item("b"))
attempt(lambda: field(default=1, default_factory=list))
attempt(lambda: dataclasses.fields(5))
