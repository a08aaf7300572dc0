# The sorting algorithms of a first book.
# covers: algorithms
import random


def bubble(a):
    a = a[:]
    for end in range(len(a) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        value, j = a[i], i
        while j > 0 and a[j - 1] > value:
            a[j] = a[j - 1]
            j -= 1
        a[j] = value
    return a


def selection(a):
    a = a[:]
    for i in range(len(a)):
        low = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[low] = a[low], a[i]
    return a


def merge_sort(a):
    if len(a) < 2:
        return a
    left, right = merge_sort(a[: len(a) // 2]), merge_sort(a[len(a) // 2 :])
    out = []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def quick(a):
    if len(a) < 2:
        return a
    pivot, *rest = a
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def heap_sort(a):
    a = a[:]

    def sift(root, end):
        while (child := 2 * root + 1) < end:
            if child + 1 < end and a[child] < a[child + 1]:
                child += 1
            if a[root] >= a[child]:
                return
            a[root], a[child] = a[child], a[root]
            root = child

    for root in range(len(a) // 2 - 1, -1, -1):
        sift(root, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(0, end)
    return a


def counting(a):
    counts = [0] * (max(a, default=-1) + 1)
    for x in a:
        counts[x] += 1
    return [x for x, n in enumerate(counts) for _ in range(n)]


def shell(a):
    a, gap = a[:], len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            while i >= gap and a[i - gap] > a[i]:
                a[i - gap], a[i] = a[i], a[i - gap]
                i -= gap
        gap //= 2
    return a


random.seed(3)
data = [random.randrange(50) for _ in range(12)]
print(data)
for sort in [bubble, insertion, selection, merge_sort, quick, heap_sort, counting, shell]:
    ok = all(sort(d) == sorted(d) for d in [data, [], [1], [2, 1], [1, 1, 0], list(range(20)), list(range(20))[::-1]])
    print(f"{sort.__name__:12}", sort(data), "ok" if ok else "WRONG")
