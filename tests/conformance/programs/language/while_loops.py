# while: counters, sentinels, else, nested loops.
# covers: while, loop else, break and continue
n, steps = 100, []
while n > 1:
    n = n // 2
    steps.append(n)
print(steps)
values = iter([3, 8, 0, 5])
total = 0
while (value := next(values)) != 0:
    total += value
print(total)
row = 1
while row <= 4:
    column = 1
    while column <= row:
        print(row * column, end=" ")
        column += 1
    print()
    row += 1
guess, low, high, tries = None, 0, 1000, 0
while guess != 637:
    guess = (low + high) // 2
    tries += 1
    if guess < 637:
        low = guess + 1
    elif guess > 637:
        high = guess - 1
else:
    print("found", guess, "after", tries)
while True:
    if tries % 7 == 0:
        break
    tries += 1
else:
    print("never")
print(tries)
stack = [1, [2, [3, 4]], 5]
flat = []
while stack:
    item = stack.pop()
    if isinstance(item, list):
        stack.extend(item)
        continue
    flat.append(item)
print(flat)
a, b = 1071, 462
while b:
    a, b = b, a % b
print(a)
digits = 0
number = 2**40
while number:
    number //= 10
    digits += 1
print(digits)
x = 2.0
while abs(x * x - 2) > 1e-9:
    x = (x + 2 / x) / 2
print(round(x, 6))
