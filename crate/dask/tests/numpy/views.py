# Views write through, copies do not.
import numpy as np

a = np.arange(12).reshape(3, 4)
row, column, block, turned, flat = a[1], a[:, 1], a[1:, 2:], a.T, a.ravel()
row[0] = 100
column[2] = -1
block[:] = 7
turned[3, 0] = 55
flat[2] = 66
print(a)
b = a[:]
b += 1
print(a.tolist(), b is a)
c = a[a > 50]
c[:] = 0
print(a.max(), c)
d = a.copy()
d[0, 0] = -99
e = a.flatten()
e[0] = -98
print(a[0, 0], a.reshape(2, 6)[1], a.reshape(-1).shape)
a[a > 50] = 0
a[0] = [1, 2, 3, 4]
a[:, 0] = np.array([7, 8, 9])
a[1, 1:3] *= 2
a[-1, ::2] = 5
a[[0, 1], [2, 3]] = 77
print(a)
for row in a:
    row[0] = 0
print(a[:, 0], a[..., 1], a[None].shape, a[:, np.newaxis, 1].shape, a[1, ...].tolist())
z = np.zeros(3)
z[1] = 5
z[np.array([True, False, True])] = 2.5
print(z, z.dtype)
m = np.ones((2, 2), dtype=int)
m[0, 0] = 2.9
print(m, m.dtype)
try:
    m += 0.5
except TypeError as error:
    print(type(error).__name__, error)
try:
    a[5]
except IndexError as error:
    print(error)
try:
    a[0, 0, 0]
except IndexError as error:
    print(error)
try:
    a["x"]
except IndexError as error:
    print(error)
try:
    a[1.5]
except IndexError as error:
    print(error)
try:
    a[0] = [1, 2]
except ValueError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)
