# Numbers: primes, divisors, bases, roman numerals, perfect numbers.
# covers: algorithms
def sieve(limit):
    flags = [True] * (limit + 1)
    flags[:2] = [False, False]
    for i in range(2, int(limit**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(flags[i * i :: i])
    return [i for i, flag in enumerate(flags) if flag]


def factors(n):
    found, d = [], 2
    while d * d <= n:
        while n % d == 0:
            found.append(d)
            n //= d
        d += 1
    return found + [n] * (n > 1)


def is_probable_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13):
        if a >= n:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def extended_gcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - a // b * y


def to_base(n, base):
    digits = ""
    while n:
        n, d = divmod(n, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + digits
    return digits or "0"


def roman(n):
    out = ""
    for value, letters in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        out += letters * (n // value)
        n %= value
    return out


def from_roman(text):
    values = dict(zip("IVXLCDM", [1, 5, 10, 50, 100, 500, 1000]))
    return sum(-values[a] if values[a] < values.get(b, 0) else values[a] for a, b in zip(text, text[1:] + " "))


print(sieve(60), len(sieve(10000)))
print({n: factors(n) for n in [12, 97, 360, 1001, 2**16 - 1, 600851475143]})
print([n for n in range(80, 130) if is_probable_prime(n)], is_probable_prime(2**89 - 1), is_probable_prime(2**67 - 1))
print(extended_gcd(240, 46), pow(3, -1, 11), [to_base(255, b) for b in (2, 8, 16, 36)], int(to_base(987654, 36), 36))
print([roman(n) for n in (4, 9, 14, 1994, 2024)], all(from_roman(roman(n)) == n for n in range(1, 4000)))
print([n for n in range(2, 1000) if sum(d for d in range(1, n) if n % d == 0) == n])
print([n for n in range(100, 1000) if n == sum(int(d) ** 3 for d in str(n))], [n for n in range(1, 60) if str(n * n).endswith(str(n))])
message, e, n, d = 1234, 17, 3233, 2753
print(pow(message, e, n), pow(pow(message, e, n), d, n))
print(sum(int(d) for d in str(2**1000)), len(str(3**1000)), 2**61 - 1, 10**18 // 7)
