/**
 * The programs whose speed is compared with the peer's: one for each thing that
 * a machine for Python does often. Each is checked by its answer before it is timed.
 */

/** The text that times `call`, after `setup` and a first call, and prints the seconds of each of `rounds`. */
const timed = (call, answer, setup) => (rounds) => `import time

${setup}
assert ${call} == ${answer}
for _ in range(${rounds}):
    began = time.perf_counter()
    ${call}
    print(time.perf_counter() - began)
`;

/** By name: the text for a number of rounds. */
export const SPEED = {
  'fib(25)': timed('fib(25)', '75025', `def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
`),
  'loop of 1,000,000 steps': timed('work(1_000_000)', '1999998', `def work(n):
    s = 0
    for i in range(n):
        s += i * i % 7
    return s
`),
  'list building': timed('build(200_000)', '(200000, 199999)', `def build(n):
    items = []
    for i in range(n):
        items.append(i)
    return len(items), items[-1]
`),
  'comprehension and sum': timed('squares(200_000)', '1333313333400000', `def squares(n):
    return sum([i * i for i in range(n) if i % 2 == 0])
`),
  'word count': timed('count()', '("the", 8000)', `TEXT = "the quick brown fox jumps over the lazy dog and the cat sees the end " * 2_000

def count():
    counts = {}
    for word in TEXT.split():
        counts[word] = counts.get(word, 0) + 1
    return max(counts.items(), key=lambda item: item[1])
`),
  'mandelbrot': timed('mandelbrot(100, 50)', '173433', `def mandelbrot(size, limit):
    total = 0
    for row in range(size):
        for column in range(size):
            c_re = 3.0 * column / size - 2.0
            c_im = 2.0 * row / size - 1.0
            re = im = 0.0
            steps = 0
            while steps < limit and re * re + im * im < 4.0:
                re, im = re * re - im * im + c_re, 2.0 * re * im + c_im
                steps += 1
            total += steps
    return total
`),
  'method calls': timed('calls(200_000)', '200000', `class Counter:
    def __init__(self):
        self.total = 0

    def add(self, n):
        self.total = self.total + n

def calls(n):
    counter = Counter()
    for _ in range(n):
        counter.add(1)
    return counter.total
`),
  'generator pipeline': timed('pipeline(100_000)', '3333366666', `def numbers(n):
    for i in range(n):
        yield i

def thirds(values):
    for value in values:
        if value % 3 == 0:
            yield 2 * value

def pipeline(n):
    return sum(value for value in thirds(numbers(n)))
`),
  'sorting by a key': timed('ordered()', '(0, 49999)', `VALUES = [i * 7919 % 50_000 for i in range(50_000)]

def ordered():
    result = sorted(VALUES, key=lambda value: -value)
    return result[-1], result[0]
`),
  'prime sieve': timed('primes(200_000)', '17984', `def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    i = 2
    while i * i <= n:
        if sieve[i]:
            for multiple in range(i * i, n + 1, i):
                sieve[multiple] = False
        i += 1
    return sum(sieve)
`),
  'n-queens': timed('queens(9)', '352', `def queens(n, row=0, columns=frozenset(), up=frozenset(), down=frozenset()):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if column not in columns and row + column not in up and row - column not in down:
            found += queens(n, row + 1, columns | {column}, up | {row + column}, down | {row - column})
    return found
`),
  'matrix product on lists': timed('product(60)', '174640', `def product(n):
    a = [[i + j for j in range(n)] for i in range(n)]
    b = [[i - j for j in range(n)] for i in range(n)]
    c = [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
    return c[n - 1][0]
`),
  'string building': timed('text(50_000)', '288889', `def text(n):
    parts = []
    for i in range(n):
        parts.append(f"{i},")
    return len("".join(parts)) - 1
`),
  'exceptions': timed('failures(50_000)', '25000', `def check(i):
    if i % 2:
        raise ValueError(i)

def failures(n):
    found = 0
    for i in range(n):
        try:
            check(i)
        except ValueError:
            found += 1
    return found
`),
  '64-bit hash': timed('fnv(50_000)', '11361428884040919477', `def fnv(n):
    value = 0xCBF29CE484222325
    for i in range(n):
        value = ((value ^ (i & 255)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value
`),
};
