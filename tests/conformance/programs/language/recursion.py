# Functions that call themselves.
# covers: recursion, RecursionError
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def power(base, n):
    if n == 0:
        return 1
    half = power(base, n // 2)
    return half * half * (base if n % 2 else 1)


print(factorial(25), gcd(1071, 462), power(3, 50))


def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)
    return moves


print(hanoi(3, "A", "C", "B", []), len(hanoi(8, "A", "C", "B", [])))


def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1 :])]


print(permutations([1, 2, 3]))


def flatten(nested):
    return [leaf for item in nested for leaf in (flatten(item) if isinstance(item, list) else [item])]


print(flatten([1, [2, [3, [4]], 5], [], [[6]]]))


def depth(tree):
    return 0 if tree is None else 1 + max(depth(tree[1]), depth(tree[2]))


print(depth((1, (2, None, (3, None, None)), None)))


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 3))


def palindrome(s):
    return len(s) < 2 or (s[0] == s[-1] and palindrome(s[1:-1]))


print(palindrome("racecar"), palindrome("python"))


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(500))


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, error)


class Loop:
    def __getattr__(self, name):
        return self.other


try:
    Loop().x
except RecursionError as error:
    print(str(error)[:32])
