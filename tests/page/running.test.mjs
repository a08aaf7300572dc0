/** Running: two workers at once, states, lanes, totals, output, Stop, and kind words for what goes wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertStops, consoleText, eventually, expectShapes, idle, openPage, overlapOf, run, shapes, start, type } from './page.mjs';

const SLEEPERS = `import time
import dask

@dask.delayed
def nap(i):
    time.sleep(0.4)
    return i

total = dask.delayed(sum)([nap(i) for i in range(4)])
print("counting")
total.compute()
`;

test('two workers run tasks at the same time, and the page shows it', async (t) => {
  const page = await openPage(t);
  assert.equal(await page.evaluate(() => window.taskyard.mode()), 'threads');
  await type(page, SLEEPERS);
  await expectShapes(page, 'circle', 5);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await shapes(page, 'running').first().waitFor();
  await page.getByText(/of 5 tasks/).waitFor();
  await idle(page);
  const { result, trace } = await page.evaluate(() => window.taskyard.result());
  assert.equal(result.error ?? null, null);
  assert.equal(result.last, '6');
  assert.ok(overlapOf(trace), 'two tasks on different workers overlapped in time');
  assert.match(await consoleText(page), /counting[\s\S]*6/);
  assert.equal(await shapes(page, 'running').count(), 0);
  assert.equal(await shapes(page, 'circle.memory').count(), 1, 'the total is kept, its parts were released');
  const totals = await page.locator('.timeline dl').innerText();
  for (const word of ['wall', 'work', 'longest path', '×']) assert.ok(totals.includes(word), `${word} in ${totals}`);
  const lanes = await page.locator('.lanes .names li').allInnerTexts();
  assert.ok(lanes.length >= 2 && lanes[0] === 'worker 1', lanes.join());
});

test('the number of workers is the reader\'s choice, and one runs one after the other', async (t) => {
  const page = await openPage(t);
  await type(page, SLEEPERS.replace('0.4', '0.05'));
  const fewer = page.getByRole('button', { name: 'One worker fewer' }).first();
  while (await fewer.isEnabled()) await fewer.click();
  const { trace, result } = await run(page);
  assert.equal(result.last, '6');
  assert.equal(overlapOf(trace), undefined);
  assert.deepEqual(await page.locator('.lanes .names li').allInnerTexts(), ['worker 1']);
});

test('a run can be replayed and stepped through', async (t) => {
  const page = await openPage(t);
  await type(page, SLEEPERS.replace('0.4', '0.1'));
  await run(page);
  await page.locator('h1').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press(',');
  await page.getByText(/^at /).waitFor();
  const box = await page.locator('canvas').boundingBox();
  await page.mouse.click(box.x + 2, box.y + box.height / 2);
  await expectShapes(page, 'memory', 0);
  await page.getByRole('button', { name: 'Back to the end' }).click();
  await eventually(async () => (await shapes(page, 'memory').count()) > 0, 'the end is shown again');
});

test('a failing task has a red cross, is named, and loses nothing of the page', async (t) => {
  const page = await openPage(t);
  await type(page, `import dask

@dask.delayed
def invert(x):
    return 1 / x

print("before")
dask.compute([invert(x) for x in [1, 2, 0]])
`);
  const { result } = await run(page);
  assert.equal(result.error.kind, 'ZeroDivisionError');
  assert.equal(result.error.place.line, 5);
  assert.match(result.error.task, /^invert-/);
  await shapes(page, 'circle.failed').waitFor();
  assert.equal(await shapes(page, 'circle.failed').count(), 1);
  const text = await consoleText(page);
  assert.match(text, /before/);
  assert.match(text, /Line 5/);
  assert.match(text, /in task invert-/);
  await type(page, 'print("alive")\n');
  await run(page);
  assert.match(await consoleText(page), /alive/);
});

const SPINNERS = `import dask

@dask.delayed
def spin(i):
    while True:
        pass

dask.compute(spin(0), spin(1), spin(2))
`;

test('Stop ends whatever runs at once, and the next program runs', async (t) => {
  const page = await openPage(t);
  const endless = [
    ['a loop', 'while True:\n    pass\n'],
    ['a loop that prints', 'import time\nwhile True:\n    print("line")\n    time.sleep(0.001)\n'],
    ['a long sleep', 'import time\ntime.sleep(1000)\n'],
    ['tasks on every worker', SPINNERS],
  ];
  for (const [what, source] of endless) {
    await t.test(what, async () => {
      await assertStops(page, source);
      assert.equal(await page.locator('.error').count(), 0, 'to stop is no error');
      await type(page, 'print("next")\n');
      const { result } = await run(page);
      assert.equal(result.error ?? null, null);
      assert.match(await consoleText(page), /next/);
    });
  }
});

test('Escape in the editor stops the run, and says where it was', async (t) => {
  const page = await openPage(t);
  await start(page, SPINNERS);
  await shapes(page, 'circle.running').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(/^Stopped/).waitFor();
  await idle(page);
  assert.equal(await shapes(page, 'running').count(), 0);
  await type(page, SLEEPERS.replace('0.4', '0.01'));
  const { result } = await run(page);
  assert.equal(result.last, '6');
});

const LIMITS = [
  ['deep recursion', 'def f(n):\n    return f(n + 1)\n\nf(0)\n', /^RecursionError: maximum recursion depth exceeded/, 2],
  ['a number without end', '10**10**8\n', /^MemoryError: .*digits/, 1],
  ['an endless print', 'i = 0\nwhile True:\n    print("line", i)\n    i += 1\n', /^Limit: The program printed more than/, 3],
  ['a list that grows without end', 'x = []\nwhile True:\n    x.append("abc" * 1000)\n', /^MemoryError: .*MB/, 3],
  ['a syntax error', 'def f(:\n    pass\n', /^SyntaxError: invalid syntax/, 1],
  ['a module that is not there', 'import pandas\n', /^ModuleNotFoundError: No module named 'pandas'/, 1],
  ['a list without end', '[0] * 10**12\n', /^MemoryError/, 1],
  ['a text without end', 'print(len("a" * 10**10))\n', /^MemoryError/, 1],
];
test('what is too much ends in a clear message, and the page works on', async (t) => {
  const page = await openPage(t);
  for (const [what, source, expected, line] of LIMITS) {
    await t.test(what, async () => {
      await type(page, source);
      const { result, output } = await run(page);
      assert.ok(result.error, 'it is an error');
      assert.match(`${result.error.kind}: ${result.error.message}`, expected);
      assert.equal(result.error.place.line, line);
      assert.match(await page.locator('.error .what').innerText(), new RegExp(`Line ${line}:\\s*${result.error.kind}`));
      assert.ok(output.length < 4_000_000, 'the page keeps no more than it can show');
      await type(page, 'print(6 * 7)\n');
      await run(page);
      assert.match(await consoleText(page), /42/);
    });
  }
});

test('the promises of window.taskyard keep their word', async (t) => {
  const page = await openPage(t);
  const answers = await page.evaluate(async () => {
    const { taskyard } = window;
    await taskyard.setSource('import dask\nx = dask.delayed(abs)(-7)\nx.compute()\n');
    await taskyard.whenIdle();
    const graph = taskyard.graph();
    const result = await taskyard.run({ workers: 2 });
    await taskyard.stop();
    return structuredClone({ graph, result, outcome: taskyard.result(), source: taskyard.source(), mode: taskyard.mode() });
  });
  assert.equal(answers.graph.graph.tasks.length, 1);
  assert.equal(answers.result.last, '7');
  assert.equal(answers.outcome.result.last, '7');
  assert.ok(answers.outcome.trace.some((event) => event.kind === 'end'));
  assert.match(answers.source, /abs/);
  assert.equal(answers.mode, 'threads');
});
