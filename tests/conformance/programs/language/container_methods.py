# Special methods of containers, iteration and conversion.
# covers: container methods, iteration methods, conversion methods, call method
class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return Deck(self.cards[i]) if isinstance(i, slice) else self.cards[i]

    def __setitem__(self, i, card):
        self.cards[i] = card

    def __delitem__(self, i):
        del self.cards[i]

    def __contains__(self, card):
        print("contains?", card)
        return card in self.cards

    def __repr__(self):
        return f"Deck({self.cards})"

    def __reversed__(self):
        return iter("reversed")

    def __call__(self, n=1):
        return self.cards[:n]


d = Deck("abcd")
print(len(d), d[0], d[-1], d[1:3], list(d), [c for c in d], "b" in d, bool(d), bool(Deck("")), "".join(d), d(2))
d[0] = "z"
del d[1]
print(d, list(reversed(d)), sorted(d), max(d), *d, d.index if hasattr(d, "index") else "no index")
try:
    d[9]
except IndexError as error:
    print(error)


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(list(Old()), 4 in Old(), 5 in Old(), tuple(Old()), list(reversed([*Old()])))


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


c = Count(3)
print(next(c), list(c), list(c), next(c, "over"), list(zip(Count(2), "ab")), sum(Count(5)), 2 in Count(4))


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def __length_hint__(self):
        return 3


print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))


class Num:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __complex__(self): return 1 + 2j
    def __str__(self): return "seven"
    def __bytes__(self): return b"7"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 8
    def __floor__(self): return 6
    def __len__(self): return 0
    def __hash__(self): return 99


n = Num()
print(int(n), float(n), complex(n), bool(n), str(n), bytes(n), round(n), round(n, 1), [1, 2, 3][n], hex(n), range(5)[n], hash(n), f"{n}", "x" * n, not n)
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __str__(self): return 3
    def __repr__(self): return None
    def __iter__(self): return 5
    def __hash__(self): return "h"
    def __index__(self): return 1.5
    def __contains__(self, x): return "truthy"
    def __next__(self): raise ValueError("in next")
for code in ["len(Bad())", "bool(Bad())", "str(Bad())", "repr(Bad())", "iter(Bad())", "hash(Bad())", "[1][Bad()]", "1 in Bad()", "list(Bad())", "next(Bad())", "for_", "f'{Bad()}'", "[Bad()] and print([Bad()])"]:
    try:
        print(code, eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)
