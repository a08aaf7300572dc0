# The walrus gives a name to a part of an expression.
# covers: walrus, while, comprehensions
data = [1, 5, 12, 7, 30]
if (n := len(data)) > 3:
    print("long", n)
while (x := data.pop()) != 5:
    print("popped", x)
print(x, data)
print((y := 3) + y)
squares = [s for v in range(6) if (s := v * v) % 2 == 0]
print(squares, s)
print(any((hit := word).startswith("b") for word in ["ab", "bc", "bd"]), hit)
total = 0
print([total := total + v for v in range(1, 6)], total)


def f():
    if (local := 10) > 5:
        inner = [last := k for k in range(3)]
    return local, inner, last


print(f())
print(f"{(z := 5)} {z + 1}")
print(f"{10:=5}")
pairs = {(k := c): ord(k) for c in "ab"}
print(pairs, k)


def collatz(n):
    steps = [n]
    while (n := n // 2 if n % 2 == 0 else 3 * n + 1) != 1:
        steps.append(n)
    return steps


print(collatz(6))
if not (m := None):
    print("m is", m)
print([(a := 1), (b := a + 1), a + b])
print((lambda: (q := 4) * q)())
values = (i for i in [3, 2, 0, 1])
while v := next(values):
    print("value", v)
print((t := 1, 2), t)
g = 0


def change():
    global g
    print((g := 5))


change()
print(g)
