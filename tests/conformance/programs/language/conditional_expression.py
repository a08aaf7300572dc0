# One value or the other.
# covers: conditional expression, if
for n in [-3, 0, 8, 15]:
    sign = "negative" if n < 0 else "zero" if n == 0 else "positive"
    parity = "odd" if n % 2 else "even"
    print(n, sign, parity)
print([x if x > 2 else -x for x in range(5)])
print((lambda v: "big" if v > 10 else "small")(11))
print(1 if [] else 2, 1 if [0] else 2)


def choose(flag):
    return print("yes") if flag else print("no")


print(choose(True))
print(choose(False))
print(("a" if True else "b") + "c", "a" if True else "b" + "c")
print({True: "t", False: "f"}[3 > 2])
grade = lambda score: "A" if score >= 90 else "B" if score >= 80 else "C" if score >= 70 else "F"
print([grade(s) for s in (95, 85, 75, 5)])
for value in [0, 1, "", "a", [], [0], {}, {0: 0}, None, 0.0, 0j, (), ((),), range(0), set(), b"", True]:
    if value:
        print(repr(value), "is true")
    elif value is None:
        print("None is false")
    else:
        print(repr(value), "is false")
if 1:
    if 0:
        print("never")
    else:
        print("inner else")
elif 1:
    print("not here")
if not (1 and 0): print("one line")
x = 5 if True else undefined_name
print(x)
