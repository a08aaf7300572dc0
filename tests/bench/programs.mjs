/** The Python programs that are measured; what is timed prints its own times. */

/**
 * A tree of as many leaves as asked for and one task for the one letter of
 * `word`, in whose quotes the reader types: every key changes the picture.
 * `more` says where the tasks of the letters stand.
 */
const typed = (leaves, more) => `word = "x"

import dask

@dask.delayed
def measure(i):
    return i

@dask.delayed
def add(a, b):
    return a + b

queue = [measure(i) for i in range(${leaves})]
while len(queue) > 1:
    a, b, *rest = queue
    queue = rest + [add(a, b)]

total = queue[0]
${more}
`;

/** The tasks of the letters follow the last one of the tree: everything moves. */
export const typedBehind = (leaves) => typed(leaves, `for letter in word:
    total = add(total, 1)
total.compute()`);

/** The tasks of the letters stand alone, beside the tree. */
export const typedBeside = (leaves) => typed(leaves, `dask.compute(total, *[measure(letter) for letter in word])`);

export const EMPTY = 'pass\n';

/** As many tasks as asked for, each of which does nothing; prints the seconds it took to build them. */
export const trivialTasks = (count) => `import time
import dask

@dask.delayed
def trivial(x):
    return x

began = time.perf_counter()
tasks = [trivial(i) for i in range(${count})]
print(time.perf_counter() - began)
results = dask.compute(*tasks)
assert results[-1] == ${count - 1}
`;

/** `tasks` equal tasks that only count. */
export const countingMap = (tasks, steps) => `import dask

@dask.delayed
def work(n):
    s = 0
    for i in range(n):
        s += i * i % 7
    return s

dask.compute(*[work(${steps}) for _ in range(${tasks})])
`;

/** `tasks` equal tasks that make short-lived lists and strings. */
export const allocatingMap = (tasks, steps) => `import dask

@dask.delayed
def work(n):
    total = 0
    for i in range(n):
        total += len([i, str(i), [i, i + 1]])
    return total

dask.compute(*[work(${steps}) for _ in range(${tasks})])
`;

/** `tasks` tasks in layers of 40, each of which needs two neighbours of the layer before. */
export const layered = (tasks) => `import dask

@dask.delayed
def load(i):
    return i

@dask.delayed
def blend(a, b):
    return a + b

WIDTH = 40
row = [load(i) for i in range(WIDTH)]
for _ in range(${Math.ceil(tasks / 40) - 1}):
    row = [blend(row[i], row[(i + 1) % WIDTH]) for i in range(WIDTH)]
dask.compute(*row)
`;
