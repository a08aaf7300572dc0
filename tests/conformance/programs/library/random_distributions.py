# Distributions of a seeded generator are CPython's.
# covers: random
import random

random.seed(7)
draws = [
    random.gauss(0, 1), random.gauss(0, 1), random.gauss(), random.normalvariate(1, 2), random.lognormvariate(0, 1),
    random.expovariate(2), random.betavariate(1, 2), random.gammavariate(2, 3), random.gammavariate(0.5, 1),
    random.gammavariate(1, 1), random.triangular(0, 1, 0.5), random.triangular(), random.paretovariate(3),
    random.weibullvariate(1, 2), random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.uniform(5, 2),
]
print([round(value, 10) for value in draws])
random.seed(1)
deck = list(range(20))
random.shuffle(deck)
print(deck, random.getrandbits(70), random.randbytes(5), random.randrange(0, 100, 7), random.randint(-5, 5))
random.seed(2024)
throws = [random.randint(1, 6) for _ in range(1000)]
print({face: throws.count(face) for face in range(1, 7)})
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(2000))
print(4 * inside / 2000)
walk = [0]
for _ in range(30):
    walk.append(walk[-1] + random.choice((-1, 1)))
print(walk)
print([round(random.gauss(100, 15)) for _ in range(10)], round(sum(random.expovariate(0.5) for _ in range(100)), 6))
