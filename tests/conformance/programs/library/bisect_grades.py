# Binary search in sorted lists.
# covers: bisect
from bisect import bisect, bisect_left, bisect_right, insort, insort_left

grades = [60, 70, 80, 90]
for score in [33, 60, 69, 70, 90, 100]:
    print(score, "FDCBA"[bisect(grades, score)], bisect_left(grades, score), bisect_right(grades, score))
items = []
for value in [5, 1, 4, 1, 3]:
    insort(items, value)
    print(items)
insort_left(items, 4)
print(items, bisect(items, 4, 0, 3), bisect_left(items, 99), bisect(items, 0))
words = ["fig", "kiwi", "apple"]
words.sort(key=len)
insort(words, "pear", key=len)
print(words, bisect_left(words, 4, key=len), bisect_right(words, 4, key=len))


def contains(sorted_items, x):
    i = bisect_left(sorted_items, x)
    return i < len(sorted_items) and sorted_items[i] == x


print([contains(items, x) for x in range(6)])
for text in ["bisect([1, 2], 'a')", "bisect([1], 1, -1)", "insort(5, 1)", "bisect(5, 1)", "bisect()"]:
    try:
        print(eval(text))
    except (TypeError, ValueError, AttributeError) as error:
        print(text, "->", type(error).__name__, error)
