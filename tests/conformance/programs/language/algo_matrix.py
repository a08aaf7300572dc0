# Matrices: products, determinants, inverses, spirals.
# covers: algorithms, operator methods
from fractions import Fraction


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __getitem__(self, place):
        return self.rows[place[0]][place[1]]

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return "\n".join(" ".join(f"{x!s:>5}" for x in r) for r in self.rows)

    def det(self):
        if len(self.rows) == 1:
            return self[0, 0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1 :] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))

    def inverse(self):
        n = len(self.rows)
        work = [[Fraction(x) for x in row] + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(self.rows)]
        for i in range(n):
            pivot = next((r for r in range(i, n) if work[r][i]), None)
            if pivot is None:
                raise ZeroDivisionError("singular matrix")
            work[i], work[pivot] = work[pivot], work[i]
            work[i] = [x / work[i][i] for x in work[i]]
            for r in range(n):
                if r != i:
                    work[r] = [a - work[r][i] * b for a, b in zip(work[r], work[i])]
        return Matrix([row[n:] for row in work])


a = Matrix([[1, 2], [3, 4]])
print(a @ a, a.T, a + a, a * 3, a.det(), a.shape, sep="\n--\n")
print(Matrix([[1, 1], [1, 0]]) ** 50)
print(a.inverse(), (a @ a.inverse()) == Matrix.identity(2), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), sep="\n")
for bad in [lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse()]:
    try:
        bad()
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


def spiral(m):
    return [*m[0], *spiral([*zip(*m[1:])][::-1])] if m else []


print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), [list(r) for r in zip(*[[1, 2], [3, 4]][::-1])])
