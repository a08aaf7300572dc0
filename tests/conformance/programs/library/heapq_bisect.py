# Heaps and sorted lists.
# covers: heapq, bisect
import bisect
import heapq

heap = [5, 3, 8, 1]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, -1), heapq.heapreplace(heap, 4), heap)
heapq.heappush(heap, 0)
print(heapq.nlargest(2, heap), heapq.nsmallest(2, heap, key=lambda v: -v), heapq.nlargest(3, "hello"), heapq.nlargest(0, [1]))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge(["bb", "a"], ["ccc"], key=len, reverse=True)))
tasks = []
for priority, name in [(3, "sleep"), (1, "eat"), (2, "code"), (1, "drink")]:
    heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks) for _ in range(len(tasks))])

print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2, 2, 3], 2, 0, 2))
rows = [("a", 1), ("b", 3), ("c", 5)]
print(bisect.bisect(rows, 3, key=lambda row: row[1]), bisect.bisect_left(rows, 3, key=lambda row: row[1]))
bisect.insort(rows, ("x", 4), key=lambda row: row[1])
numbers = [1, 3]
bisect.insort(numbers, 2)
bisect.insort_left(numbers, 3)
bisect.insort(numbers, -5, key=abs)
print(rows, numbers)


def grade(score, limits=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(limits, score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])


def dijkstra(graph, start):
    distances, queue = {}, [(0, start)]
    while queue:
        distance, node = heapq.heappop(queue)
        if node not in distances:
            distances[node] = distance
            for other, length in graph.get(node, {}).items():
                heapq.heappush(queue, (distance + length, other))
    return distances


print(dijkstra({"a": {"b": 4, "c": 1}, "c": {"b": 2, "d": 7}, "b": {"d": 1}}, "a"))
for action in (lambda: heapq.heappop([]), lambda: heapq.heappush(5, 1), lambda: heapq.heapify((1, 2)), lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1, 2], 1, -1)):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
