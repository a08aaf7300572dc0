# The statements of control flow.
# covers: if, while, for, break and continue, loop else, pass
for n in range(1, 16):
    if n % 15 == 0:
        print("FizzBuzz", end=" ")
    elif n % 3 == 0:
        print("Fizz", end=" ")
    elif n % 5 == 0:
        print("Buzz", end=" ")
    else:
        print(n, end=" ")
print()
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
while True:
    n -= 1
    if n % 2:
        continue
    if n < 4:
        break
    print("n", n)
else:
    print("never")
print("after", n)
while n > 10:
    pass
else:
    print("else of a loop that never ran")
for x in []:
    pass
else:
    print("else of nothing")
for i, (a, b) in enumerate([(1, 2), (3, 4)], start=10):
    print(i, a, b)
for key, value in {"x": 1, "y": 2}.items(): print(key, value)
for c in "hey": print(c, end="-")
print()
items = [1, 2, 3, 4]
for item in items:
    if item == 2:
        items.remove(item)
print(items)
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
for box in [0, 0], [1, 1]:
    for box[0] in range(2):
        print(box, end=" ")
print()
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print((i, j), end=" ")
print()


def search(grid, wanted):
    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            if value == wanted:
                return r, c
    return None


print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
x = 10
if x > 5 and not x == 7 or x < 0: print("one line")
if x: pass
elif y: print("not evaluated")
else: print("no")
for _ in range(2): print("a"); print("b")
