# Graphs: search, shortest paths, cycles, components.
# covers: algorithms, heapq
import heapq
from collections import deque

graph = {"A": {"B": 4, "C": 1}, "B": {"D": 5}, "C": {"B": 2, "D": 8, "E": 10}, "D": {"E": 2}, "E": {}, "X": {"Y": 1}, "Y": {"X": 1}}


def bfs(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        node = queue.popleft()
        order.append(node)
        for near in graph[node]:
            if near not in seen:
                seen.add(near)
                queue.append(near)
    return order


def dfs(node, seen=None):
    seen = seen if seen is not None else []
    seen.append(node)
    for near in graph[node]:
        if near not in seen:
            dfs(near, seen)
    return seen


def dijkstra(start):
    distance, before, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for near, weight in graph[node].items():
            if d + weight < distance.get(near, float("inf")):
                distance[near], before[near] = d + weight, node
                heapq.heappush(heap, (d + weight, near))
    return distance, before


def path(before, end):
    steps = [end]
    while steps[-1] in before:
        steps.append(before[steps[-1]])
    return " -> ".join(reversed(steps))


def topological(edges):
    indegree = {n: 0 for n in edges}
    for near in edges.values():
        for n in near:
            indegree[n] += 1
    ready = sorted(n for n, d in indegree.items() if d == 0)
    order = []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for n in edges[node]:
            indegree[n] -= 1
            if not indegree[n]:
                ready.append(n)
    return order if len(order) == len(edges) else None


def bellman_ford(start):
    distance = {n: float("inf") for n in graph} | {start: 0}
    for _ in graph:
        for u in graph:
            for v, w in graph[u].items():
                distance[v] = min(distance[v], distance[u] + w)
    return distance


print(bfs("A"), dfs("A"), bfs("X"))
distance, before = dijkstra("A")
print(distance, path(before, "E"), bellman_ford("A"))
print(topological({n: list(e) for n, e in graph.items() if n not in "XY"}), topological(graph))
parent = {n: n for n in graph}


def find(n):
    while parent[n] != n:
        parent[n] = n = parent[parent[n]]
    return n


tree = []
for weight, u, v in sorted((w, u, v) for u in graph for v, w in graph[u].items()):
    if find(u) != find(v):
        parent[find(u)] = find(v)
        tree.append((u, v, weight))
print(tree, len({find(n) for n in graph}))
maze = ["S.#.....", "..#.##.#", ".##.#...", "......#E"]
start, queue, steps = (0, 0), deque([(0, 0)]), {(0, 0): 0}
while queue:
    r, c = queue.popleft()
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        nr, nc = r + dr, c + dc
        if 0 <= nr < len(maze) and 0 <= nc < len(maze[0]) and maze[nr][nc] != "#" and (nr, nc) not in steps:
            steps[nr, nc] = steps[r, c] + 1
            queue.append((nr, nc))
print(steps[3, 7], len(steps))
