# Special methods of operators.
# covers: operator methods, comparison methods
class V:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"V{self.parts}"

    def __add__(self, other):
        return V(*(a + b for a, b in zip(self.parts, other.parts))) if isinstance(other, V) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, k):
        return V(*(a * k for a in self.parts))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __neg__(self):
        return V(*(-a for a in self.parts))

    def __pos__(self):
        return self

    def __abs__(self):
        return (self @ self) ** 0.5

    def __invert__(self):
        return V(*reversed(self.parts))

    def __sub__(self, other):
        return self + -other

    def __iadd__(self, other):
        self.parts = (self + other).parts
        return self

    def __pow__(self, n, mod=None):
        return f"pow {n} {mod}"

    def __divmod__(self, n):
        return self // n, self % n

    def __floordiv__(self, n):
        return V(*(a // n for a in self.parts))

    def __mod__(self, n):
        return V(*(a % n for a in self.parts))

    def __truediv__(self, n):
        return V(*(a / n for a in self.parts))

    def __rtruediv__(self, n):
        return f"{n} over"

    def __lshift__(self, n):
        return ("<<", n)

    def __rrshift__(self, n):
        return (n, ">>")

    def __and__(self, other):
        return "and"

    def __or__(self, other):
        return "or"

    def __xor__(self, other):
        return "xor"

    def __eq__(self, other):
        return isinstance(other, V) and self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts


a, b = V(1, 2), V(3, 4)
print(a + b, a - b, a * 3, 3 * a, a @ b, -a, +a, abs(V(3, 4)), ~a, a / 2, b // 2, b % 2, divmod(b, 2))
print(sum([a, b]), a**2, pow(a, 2, 5), 1 / a, a << 1, 5 >> a, a & b, a | b, a ^ b)
print(a == V(1, 2), a != b, a == 1, a < b, a > b, a <= b, a >= b, sorted([b, a]), max(a, b))
c = a
a += b
print(a, c is a)
a *= 2
print(a, c)
for code in ["a + 1", "1 + a", "a - 'x'", "'x' * a", "a < 1", "1 @ a", "a >> 1", "hash(a)", "a < 'x'", "int(a)", "a[0]", "len(a)", "1 - a", "a ** V(1)", "-V", "a and b"]:
    try:
        print(code, "=", eval(code))
    except (TypeError, AttributeError) as error:
        print(code, "->", error)
class Left:
    def __add__(self, other): return NotImplemented
    def __sub__(self, other): return "left"
class Right:
    def __radd__(self, other): return "right"
    def __rsub__(self, other): return "never"
class Special(Left):
    def __rsub__(self, other): return "subclass first"
print(Left() + Right(), Left() - Right(), Left() - Special())
