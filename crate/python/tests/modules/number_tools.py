import math
import random
import statistics
from fractions import Fraction

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

for name in "acos acosh asin asinh atan atanh cbrt cos cosh erf erfc exp exp2 expm1 fabs gamma lgamma log log10 log1p log2 sin sinh sqrt tan tanh degrees radians floor ceil trunc ulp".split():
    function = getattr(math, name)
    row = []
    for x in (0.3, 0.9, 1.0, 1.5, 2.75, 7, -0.4, -1.3, 25.5, 0, 1e-9, 150.25):
        try:
            row.append(f"{function(x):.12g}")
        except (ValueError, OverflowError) as error:
            row.append(str(error))
    print(name, row)
print(math.atan2(1, -2), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.remainder(5, 2), math.nextafter(1, 2), math.pow(2, 0.5), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((0, 0), (1, 1)), math.hypot())
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.lcm(), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.comb(3, 5), math.isqrt(10**20), math.comb(100, 50), math.factorial(30))
print(math.frexp(10.5), math.ldexp(0.75, 4), math.modf(-3.25), math.fsum([0.1] * 10), math.prod([1, 2, 3], start=2), math.prod([]), math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-9, abs_tol=1e-8), math.log(8, 2), math.log(10**400), math.log2(2**2000), math.log10(10**25))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.pi, math.e, math.tau, math.floor(-2.5), math.ceil(2**70), math.trunc(-2.7), math.floor(True))
for work in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.sin("a"), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.sqrt(), lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.gamma(-1), lambda: math.fmod(1, 0), lambda: math.log(1, 1), lambda: math.gcd(1.5), lambda: math.dist([1], [1, 2]), lambda: math.trunc("a")):
    attempt(work)

random.seed(42)
print(random.random(), random.randint(1, 100), random.uniform(2, 5), random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=4), random.sample(range(100), 5), random.sample("abcdefgh", 3))
x = list(range(10))
random.shuffle(x)
print(x, random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2), random.betavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(3, 2), random.gammavariate(1, 2), random.triangular(0, 10, 3), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(1, 4), random.getrandbits(100), random.randrange(0, 100, 7), random.randrange(5), random.randbytes(5), random.triangular())
for seed in ("text", b"bytes", 3.5, -7, 2**70, 0, True, "", -0.5):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 10**30))
r = random.Random(7)
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], r.randint(1, 6), random.Random(7).sample(range(1000), 30)[:5], random.Random(1).choices(range(5), cum_weights=[1, 2, 3, 4, 10], k=6), random.Random(3).sample(["a", "b"], counts=[3, 2], k=3))
for work in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.randrange(1, 2, 0), lambda: random.seed([1])):
    attempt(work)

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(statistics.mean(data), statistics.fmean(data), statistics.median(data), statistics.mode([1, 1, 2]), statistics.stdev(data), statistics.variance(data), statistics.pstdev(data), statistics.pvariance(data), statistics.quantiles(data), statistics.quantiles([1, 2, 3, 4], n=10, method="inclusive"))
print(statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2]), statistics.mean([Fraction(1, 2), Fraction(1, 3)]), statistics.median([1, 3, 5, 7]), statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]), statistics.multimode("aabb"), statistics.geometric_mean([54, 24, 36]), statistics.harmonic_mean([40, 60]), statistics.stdev([1, 2, 3, 4]), statistics.variance([1, 2, 3]), statistics.median_grouped([1, 2, 2, 3, 4]))
print(statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.covariance([1, 2, 3], [1, 2, 4]), statistics.linear_regression([1, 2, 3], [2, 4, 7]), statistics.NormalDist(1, 2), statistics.NormalDist(0, 1).cdf(1.5), statistics.NormalDist.from_samples([1, 2, 3]), statistics.NormalDist(1, 2).pdf(0), statistics.variance([1, 2, 3], 2))
for work in (lambda: statistics.mean([]), lambda: statistics.stdev([1]), lambda: statistics.median([]), lambda: statistics.mode([]), lambda: statistics.mean("ab"), lambda: statistics.quantiles([1])):
    attempt(work)

f = Fraction(3, 4)
print(f, repr(f), f + 1, f - Fraction(1, 4), f * 2, f / 3, f ** 2, f ** -1, -f, abs(-f), f + 0.5, 1 - f, 2 / f, f == 0.75, f < 1, hash(Fraction(1)) == hash(1), hash(f) == hash(0.75), Fraction("2/6"), Fraction("0.125"), Fraction("1e-2"), Fraction(0.5), Fraction(6, -4), round(f), math.floor(-f), f // Fraction(1, 3), f % Fraction(1, 2), float(f), int(Fraction(-7, 2)), Fraction(math.pi).limit_denominator(100), sum([Fraction(1, 3)] * 3), f.numerator, divmod(Fraction(7, 2), 1), round(Fraction(22, 7), 2), sorted([f, Fraction(1, 2)]), max(f, 1), Fraction(f), bool(Fraction(0)))
for work in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: Fraction([]), lambda: f / 0):
    attempt(work)
