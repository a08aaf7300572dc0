# Dynamic programming: knapsack, edit distance, coins, subsequences.
# covers: algorithms
from functools import lru_cache


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i + 1][j], table[i][j + 1], key=len)
    return table[-1][-1]


def coin_ways(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for n in range(coin, amount + 1):
            ways[n] += ways[n - coin]
    return ways[amount]


def fewest_coins(amount, coins):
    best = {0: []}
    for n in range(1, amount + 1):
        options = [best[n - c] + [c] for c in coins if n - c in best]
        if options:
            best[n] = min(options, key=len)
    return best.get(amount)


def longest_increasing(values):
    best = []
    for i, v in enumerate(values):
        best.append(max((b for j, b in enumerate(best) if values[j] < v), key=len, default=[]) + [v])
    return max(best, key=len)


@lru_cache(maxsize=None)
def grid_paths(rows, columns):
    return 1 if rows == 1 or columns == 1 else grid_paths(rows - 1, columns) + grid_paths(rows, columns - 1)


def max_subarray(values):
    best = current = values[0]
    for v in values[1:]:
        current = max(v, current + v)
        best = max(best, current)
    return best


@lru_cache
def partitions(n, largest):
    if n == 0:
        return 1
    return sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))


print(knapsack([(2, 3), (3, 4), (4, 5), (5, 6)], 5), knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
print(edit_distance("kitten", "sitting"), edit_distance("", "abc"), edit_distance("flaw", "lawn"))
print(lcs("AGGTAB", "GXTXAYB"), lcs("abc", "xyz") == "")
print(coin_ways(100, [1, 5, 10, 25, 50]), fewest_coins(63, [1, 5, 10, 21, 25]), fewest_coins(3, [2]))
print(longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]), grid_paths(16, 16), grid_paths.cache_info())
print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), partitions(50, 50))


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


for row in pascal(6):
    print(" ".join(map(str, row)).center(20))
