# Functions of complex numbers, and what infinite parts give.
# covers: cmath
import cmath
import math


def near(z):
    return complex(round(z.real, 9), round(z.imag, 9)) + 0


print(cmath.sqrt(-4), cmath.sqrt(3 + 4j), cmath.sqrt(-1 - 0j), cmath.sqrt(2))
print(cmath.phase(-1), cmath.polar(3 + 4j), near(cmath.rect(2, math.pi / 2)))
z = 1.5 - 0.75j
for name in "exp log log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh".split():
    print(name, near(getattr(cmath, name)(z)), near(getattr(cmath, name)(-2)) if name != "atanh" else "")
print(near(cmath.log(8, 2)), near(cmath.exp(1j * cmath.pi)), near(cmath.log(-1)))
print(cmath.isclose(1 + 1e-12j, 1), cmath.isclose(1, 2, abs_tol=3), cmath.isnan(complex("nan")), cmath.isinf(cmath.infj))
print(cmath.isfinite(1j), cmath.e, cmath.tau, cmath.inf, cmath.nanj, cmath.infj)
print(cmath.exp(complex(-math.inf, 2)), cmath.sqrt(complex(-math.inf, 1)), cmath.log(complex(math.inf, 3)), cmath.atanh(math.inf))


def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return [near((-b + d) / (2 * a)), near((-b - d) / (2 * a))]


print(roots(1, 2, 5), roots(1, -3, 2), roots(1, 0, 4))
print([near(cmath.rect(1, k * cmath.tau / 4)) for k in range(4)])
for action in [
    lambda: cmath.log(0),
    lambda: cmath.exp(1000),
    lambda: cmath.cos(math.inf),
    lambda: cmath.sqrt("4"),
    lambda: cmath.atanh(1),
    lambda: cmath.isclose(1, 1, rel_tol=-1),
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
