# __format__, __str__, __repr__, __hash__, __bool__ and __eq__ of own classes.
# covers: formatting methods, hashing methods, comparison methods
class Money:
    def __init__(self, cents, unit="EUR"):
        self.cents, self.unit = cents, unit

    def __repr__(self):
        return f"Money({self.cents}, {self.unit!r})"

    def __str__(self):
        return f"{self.cents / 100:.2f} {self.unit}"

    def __format__(self, spec):
        if spec.endswith("c"):
            return format(self.cents, spec[:-1]) + "c"
        return format(str(self), spec)

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.cents, self.unit) == (other.cents, other.unit)

    def __hash__(self):
        return hash((self.cents, self.unit))

    def __bool__(self):
        return self.cents != 0

    def __lt__(self, other):
        return self.cents < other.cents


m = Money(1250)
print(m, repr(m), [m], f"{m} {m!r} {m:>12}|{m:c} {m:6c}", "{:^11}|{!r}".format(m, m), "%s %r" % (m, m), format(m), str([m, m]))
print(m == Money(1250), m != Money(1), m == 1250, m is m, Money(0) or "broke", bool(m), len({m, Money(1250), Money(5)}), {m: "paid"}[Money(1250)])
print(sorted([Money(3), Money(1)]), max(Money(3), Money(7)), Money(1) in [Money(1)], [Money(1), Money(2)].index(Money(2)))


class OnlyEq:
    def __eq__(self, other):
        return True


class OnlyStr:
    def __str__(self):
        return "only str"


class Bare:
    pass


for text in ["hash(OnlyEq())", "{OnlyEq()}", "OnlyEq() == 5", "OnlyEq() != 5", "str(OnlyStr())", "f'{OnlyStr()}'", "repr(OnlyStr())[:17]", "f'{Bare():5}'", "format(Bare(), '')[:15]", "Bare() < Bare()", "m < 5", "m > Money(1)", "m >= Money(1)", "f'{m:q}'", "Bare() == Bare()"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
