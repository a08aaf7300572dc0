# Heaps in other orders, and what is built on heaps.


def nsmallest(n, iterable, key=None):
    "Find the n smallest elements in a dataset."
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    "Find the n largest elements in a dataset."
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


class _Head:
    # The next value of one of several sorted inputs.
    __slots__ = ("order", "value", "place", "rest", "reverse")

    def __init__(self, order, value, place, rest, reverse):
        self.order = order
        self.value = value
        self.place = place
        self.rest = rest
        self.reverse = reverse

    def __lt__(self, other):
        if self.reverse:
            if other.order < self.order:
                return True
            if self.order < other.order:
                return False
        else:
            if self.order < other.order:
                return True
            if other.order < self.order:
                return False
        return self.place < other.place


def merge(*iterables, key=None, reverse=False):
    "Merge multiple sorted inputs into a single sorted output."
    heap = []
    for place, iterable in enumerate(iterables):
        rest = iter(iterable)
        for value in rest:
            order = value if key is None else key(value)
            heap.append(_Head(order, value, place, rest, reverse))
            break
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.value
        for value in head.rest:
            order = value if key is None else key(value)
            heapreplace(heap, _Head(order, value, head.place, head.rest, reverse))
            break
        else:
            heappop(heap)
