# Backtracking: queens, sudoku, permutations, subsets, knight.
# covers: algorithms, generators
def queens(n, rows=()):
    if len(rows) == n:
        yield rows
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(rows) - r for r, c in enumerate(rows)):
            yield from queens(n, rows + (column,))


print([sum(1 for _ in queens(n)) for n in range(1, 8)])
for column in next(queens(6)):
    print(". " * column + "Q " + ". " * (5 - column))


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [item] + rest


def subsets(items):
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0], *s] for s in rest]


print(list(permutations("abc")), subsets([1, 2, 3]))


def sums_to(target, numbers, chosen=()):
    if target == 0:
        yield chosen
    for i, n in enumerate(numbers):
        if n <= target:
            yield from sums_to(target - n, numbers[i:], chosen + (n,))


print(list(sums_to(8, [2, 3, 5])))
puzzle = "1...3.4...."
board = [[1, 0, 0, 4], [0, 0, 1, 0], [0, 1, 0, 0], [4, 0, 0, 1]]


def solve(board):
    for r in range(4):
        for c in range(4):
            if board[r][c] == 0:
                for digit in range(1, 5):
                    box = [board[r // 2 * 2 + i][c // 2 * 2 + j] for i in range(2) for j in range(2)]
                    if digit not in board[r] and all(row[c] != digit for row in board) and digit not in box:
                        board[r][c] = digit
                        if solve(board):
                            return True
                        board[r][c] = 0
                return False
    return True


print(solve(board), *board, sep="\n")


def knight(n):
    moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    board = {(0, 0): 1}
    at = (0, 0)

    def options(place):
        return [p for dr, dc in moves if (p := (place[0] + dr, place[1] + dc)) not in board and all(0 <= x < n for x in p)]

    while choices := options(at):
        at = min(choices, key=lambda p: (len(options(p)), p))
        board[at] = len(board) + 1
    return board


tour = knight(5)
for r in range(5):
    print(*(f"{tour.get((r, c), 0):3}" for c in range(5)))
def balanced(n, text="", depth=0):
    if len(text) == 2 * n:
        return [text] if depth == 0 else []
    return balanced(n, text + "(", depth + 1) * (depth < n) + (balanced(n, text + ")", depth - 1) if depth else [])
print(balanced(3), len(balanced(5)))
