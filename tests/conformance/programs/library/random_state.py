# States of generators, samples of ranges, generators of one's own.
# covers: random
import random

random.seed(5)
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], state[0], len(state[1]), state[1][:3], state[2])
random.seed(42)
print(random.sample(range(10**9), 3), random.sample([5] * 100, 50)[:3], random.sample(range(30), 25))
print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.sample("abcdef", 0), random.choices("ab", k=4))
print(random.choices(["x", "y", "z"], weights=[1, 2, 7], k=6), random.choices([1, 2], cum_weights=[1, 5], k=4))
mine, yours = random.Random(3), random.Random(3)
print(mine.random() == yours.random(), mine.randint(1, 9), mine.choice("xyz"), mine.gauss(0, 1) == yours.gauss(0, 1))


class Half(random.Random):
    def random(self):
        return 0.5


print(Half().random(), Half().uniform(0, 10), Half().triangular(0, 1))
for text in ("hello", b"x", 1.5, -5, 10**30):
    random.seed(text)
    print(random.random())
for action in (
    lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.choice([]), lambda: random.randint(5, 1),
    lambda: random.randrange(1, 10, 0), lambda: random.choices([1], weights=[1, 2]),
    lambda: random.choices([1], weights=[0]), lambda: random.setstate((1, 2, 3)), lambda: random.setstate((3, (1,), None)),
    lambda: random.seed([1]), lambda: random.shuffle((1, 2)), lambda: random.getrandbits(-1),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
