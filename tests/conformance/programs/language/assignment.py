# Names, several targets, swaps, augmented assignment.
# covers: assignment, augmented assignment, unpacking
a = b = c = 7
print(a, b, c)
a, b = b + 1, a - 1
print(a, b)
[x, y] = "no"
print(x, y)
(p, q), r = (1, 2), 3
print(p, q, r)
i = 0
values = [10, 20, 30]
i, values[i] = 1, "set"
print(i, values)
n = 10
n += 5
print(n)
n -= 3
print(n)
n *= 2
print(n)
n //= 5
print(n)
n **= 3
print(n)
n %= 10
print(n)
n /= 4
print(n)
bits = 0b1100
bits |= 1
print(bits)
bits &= 0b1001
print(bits)
bits ^= 0b1111
print(bits)
bits <<= 3
print(bits)
bits >>= 1
print(bits)
shared = same = [1]
same += [2]
print(shared, shared is same)
same = same + [3]
print(shared, same, shared is same)
t = (1,)
old = t
t += (2,)
print(t, old)
s = "ab"
s *= 3
print(s)
d = {"k": 1}
d["k"] += 1
d["l"] = d.get("l", 0) + 5
print(d)
d |= {"m": 3}
print(d)
matrix = [[0] * 3 for _ in range(2)]
matrix[1][2] += 9
print(matrix)


class Box:
    value = 1


box = Box()
box.value += 41
print(box.value, Box.value)
tup = ([1, 2], 3)
try:
    tup[0] += [4]
except TypeError as error:
    print(error)
print(tup)
