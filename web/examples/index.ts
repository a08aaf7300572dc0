/**
 * The examples of the menu, in the order of a first lecture: a graph written
 * by hand, then `delayed`, map, reduce, the tree, the weighted mean, and the
 * same with arrays; before them what a first visit shows, after them programs
 * with real work for the workers to share.
 */
export interface Example {
  id: string;
  title: string;
  /** What to try, in one sentence. */
  hint: string;
  source: string;
}

export interface ExampleGroup {
  title: string;
  examples: Example[];
}

const programs = import.meta.glob<string>('./programs/*.py', { query: '?raw', import: 'default', eager: true });

function example(id: string, title: string, hint: string): Example {
  const source = programs[`./programs/${id}.py`];
  if (source === undefined) throw new Error(`There is no program for the example ${id}.`);
  return { id, title, hint, source };
}

export const EXAMPLES: ExampleGroup[] = [
  {
    title: 'Start here',
    examples: [
      example('tree', 'Tree of sums', 'Taskyard draws the tasks of your Python while you type. Press Run and watch the workers share them, then change 8 to 16.'),
    ],
  },
  {
    title: 'Describe the work',
    examples: [
      example('graph-dictionary', 'A graph by hand', 'A task graph can be a plain dictionary: name each value, and write a call as a tuple. Add "smallest": (min, "prices").'),
      example('get', 'Ask for a value', 'get computes only what a name needs. Ask for a name that is not in the graph and read the message.'),
      example('inline-list', 'Arguments in place', 'The list stands inside the task, so it is no task of its own. Where did its box go in the picture?'),
      example('delayed-sum', 'delayed writes the graph', 'delayed(sum)(prices) calls nothing yet: it writes the dictionary for you. Compare the printed key with the picture.'),
    ],
  },
  {
    title: 'Map',
    examples: [
      example('map-generator', 'Map, step by step', 'Plain Python, one value after the other. Which of these calls could happen at the same time?'),
      example('map-delayed', 'Map with delayed', 'The same map, but every call is a task. No arrows between them: nothing has to wait. Add prices and watch the row grow.'),
    ],
  },
  {
    title: 'Reduce',
    examples: [
      example('reduce-loop', 'Reduce, step by step', 'Each step needs the result before it. Can any two of these calls happen at the same time?'),
      example('reduce-delayed', 'Reduce with delayed', 'Predict the shape of the graph before you look: how many tasks, and how many in the longest chain?'),
      example('reduce-picture', 'Picture of a reduce', 'A chain: however many workers you have, they queue for it. Add values and see which way the picture grows.'),
      example('reduce-graph', 'Where did the values go?', 'The values sit inside the tasks, so neither the printed graph nor the picture shows them. Make one dask.delayed(3) and look again.'),
      example('reduce-tree', 'Reduce as a tree', 'The same sum, cut in halves. Count the levels: with 8 values there are 3 instead of 7. What about 16?'),
    ],
  },
  {
    title: 'Weighted mean',
    examples: [
      example('weighted-mean', 'Write a weighted mean', 'The function is there; call it below on four values and four weights. Assign the result and its graph appears.'),
      example('weighted-mean-use', 'Use your weighted mean', 'Two trees meet in one division. Is this the best graph? Look for work that is done one by one and could be one call.'),
    ],
  },
  {
    title: 'Arrays',
    examples: [
      example('numpy-product', 'NumPy multiplies', 'NumPy computes at once and has no graph. Compare with the next example.'),
      example('array-product', 'An array in chunks', 'Change chunks=1 to 2, then to 4: the same product in fewer, larger tasks.'),
      example('array-weighted-mean', 'Weighted mean with arrays', 'One line of mathematics, and a graph you did not have to write. Compare it with your delayed solution.'),
    ],
  },
  {
    title: 'Watch it run',
    examples: [
      example('slow-map', 'Counting primes', 'Real work, no sleeping. Run it with 1 worker, then with 2, and compare the wall time.'),
      example('diamonds', 'Diamonds', 'wash and dry of one part can overlap, join waits for both. How many workers keep everybody busy?'),
      example('failing-task', 'A task that fails', 'Run it: one red cross, and the message names the task. Repair the data or the function.'),
    ],
  },
];

const ALL = EXAMPLES.flatMap((group) => group.examples);

export function findExample(id: string | null): Example | undefined {
  return ALL.find((one) => one.id === id);
}

/** Whether `source` is still a version of `example`: half of its lines are there. */
export function resembles(source: string, example: Example): boolean {
  const lines = new Set(source.split('\n').map((line) => line.trim()));
  const own = example.source.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return own.filter((line) => lines.has(line)).length * 2 >= own.length;
}

/** What a first visit shows. */
export const FIRST = ALL[0] ?? { id: '', title: '', hint: '', source: '' };
