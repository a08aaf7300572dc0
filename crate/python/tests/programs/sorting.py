# A stable sort has one answer: long inputs of every shape are summed up as one number each.
def digest(items):
    total = 0
    for item in items:
        total = (total * 31 + item) % 1000000007
    return total

def noise(n, seed):
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed >> 8)
    return out

class Key:
    def __init__(self, rank, n):
        self.rank = rank
        self.n = n
    def __lt__(self, other):
        return self.rank < other.rank

for n in (0, 1, 2, 3, 31, 32, 33, 64, 100, 257, 1000):
    shapes = {
        "noise": noise(n, n + 1),
        "few": [v % 7 for v in noise(n, n + 2)],
        "rising": list(range(n)),
        "falling": list(range(n, 0, -1)),
        "saw": [v % 50 for v in range(n)],
        "runs": [v // 40 * -40 + v % 40 for v in range(n)],
        "equal": [1] * n,
    }
    for name, values in shapes.items():
        by_value = [k.n for k in sorted(Key(v, i) for i, v in enumerate(values))]
        backwards = [k.n for k in sorted([Key(v, i) for i, v in enumerate(values)], reverse=True)]
        by_key = [i for i, v in sorted(enumerate(values), key=lambda p: p[1] % 13)]
        mixed = [int(v) for v in sorted(v if v % 2 else float(v) for v in values)]
        texts = [int(v) for v in sorted([str(v) for v in values])]
        tuples = [b for a, b in sorted([(v % 5, v) for v in values])]
        print(n, name, digest(by_value), digest(backwards), digest(by_key), digest(mixed), digest(texts), digest(tuples))
