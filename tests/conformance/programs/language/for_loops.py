# for: everything that can be walked, with everything that can be a target.
# covers: for, unpacking
for x in [1, 2], (3,), "ab", {"k": 5}, {6}, range(2), b"c", enumerate("z"), zip([1], [2]), map(str, [7]), (n for n in [8]), iter([9]), {"a": 1}.items(), []:
    print(type(x).__name__, [item for item in x])
for i, (name, *scores) in enumerate([("ann", 1, 2), ("bob",)]):
    print(i, name, scores)
for a, b in {"x": 1, "y": 2}.items():
    print(a, b)
for (a, b), c in [((1, 2), 3)]:
    print(a + b + c)
record = {}
for record["key"] in "ab":
    print(record)
class Box: pass
box = Box()
for box.value in range(2):
    print(box.value)
for i in range(3):
    for j in range(3):
        if j > i:
            break
        print(i, j, end="; ")
    else:
        print("complete", end="; ")
print()
for i in range(10, 0, -3): print(i, end=" ")
print(i)
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers[:]:
    if n % 2:
        numbers.remove(n)
print(numbers)
for i in range(len(numbers)):
    numbers[i] **= 2
print(numbers)
for line_number, line in enumerate("""first
second""".splitlines(), 1):
    print(f"{line_number}: {line}")
def search(wanted):
    for word in ["a", "b"]:
        if word == wanted:
            return f"found {word}"
    else:
        return "not found"
print(search("b"), search("z"))
for n in 1, 2, 3: total = n if n == 1 else total + n
print(total)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as error:
    print(error)
try:
    for x in 5: pass
except TypeError as error:
    print(error)
