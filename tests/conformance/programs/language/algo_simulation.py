# Simulations with seeded chance.
# covers: algorithms, random
import random
from collections import Counter

random.seed(2024)
print([random.randint(1, 6) for _ in range(10)], random.random(), random.choice("abc"), random.sample(range(20), 4))
deck = [rank + suit for suit in "SH" for rank in "A23"]
random.shuffle(deck)
print(deck)


class Walker:
    def __init__(self, rng):
        self.x = self.y = 0
        self.rng = rng

    def step(self):
        dx, dy = self.rng.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
        self.x += dx
        self.y += dy


walker = Walker(random.Random(7))
for _ in range(100):
    walker.step()
print(walker.x, walker.y)
rng = random.Random(42)
throws = Counter(rng.randint(1, 6) + rng.randint(1, 6) for _ in range(1000))
for total in range(2, 13):
    print(f"{total:2} {throws[total]:4} {'#' * (throws[total] // 10)}")
inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(2000))
print(4 * inside / 2000)


def life(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in near.items() if n == 3 or (n == 2 and cell in cells)}


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for turn in range(3):
    print("\n".join("".join("#" if (x, y) in cells else "." for x in range(5)) for y in range(5)), end="\n\n")
    cells = life(cells)
queue, served, clock = [], [], 0
for customer in range(6):
    clock += rng.expovariate(0.5)
    queue.append(round(clock, 3))
free = 0
for arrival in queue:
    start = max(arrival, free)
    free = start + rng.uniform(1, 3)
    served.append((arrival, round(start - arrival, 3)))
print(served)
print(round(rng.gauss(0, 1), 6), round(rng.triangular(0, 10, 5), 6), rng.choices("ab", weights=[9, 1], k=10), rng.getrandbits(16), rng.randrange(0, 100, 7))


def lcg(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


g = lcg(1)
print([next(g) for _ in range(4)])
