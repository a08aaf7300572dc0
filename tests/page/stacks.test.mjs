/** Graphs too large to be read task by task: stacks, and what a reader does with them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, expectShapes, openPage, run, shapes, type } from './page.mjs';

const layers = (tasks, failing = -1) => `import dask

@dask.delayed
def inc(x):
    return 10 // (x - ${failing})

@dask.delayed
def total(values):
    return len(values)

total([inc(i) for i in range(${tasks})]).compute()
`;

/** Pairs of tasks, few enough to be drawn one by one. */
const chains = (pairs) => `import dask

@dask.delayed
def inc(x):
    return x + 1

dask.compute(*[inc(inc(i)) for i in range(${pairs})])
`;

const graph = (page) => page.locator('[aria-roledescription="task graph"]');

test('many tasks of one kind are a stack that opens on click', async (t) => {
  const page = await openPage(t);
  await type(page, layers(400));
  await expectShapes(page, 'stack', 1);
  const stack = shapes(page, 'stack');
  assert.match(await stack.textContent(), /inc × 400/);
  await stack.click();
  await eventually(() => page.evaluate(() => window.taskyard.graph().layout.shapes.length > 400), 'every task has a shape');
  assert.equal(await page.evaluate(() => window.taskyard.graph().layout.open.length), 1);
});

test('a stack opens by the keyboard, which stays on its first task', async (t) => {
  const page = await openPage(t);
  await type(page, layers(400));
  await expectShapes(page, 'stack', 1);
  await graph(page).focus();
  await page.keyboard.press('ArrowDown');
  const spoken = page.locator('[aria-live="polite"]', { hasText: 'Stack inc × 400' });
  for (let i = 0; i < 4 && (await spoken.count()) === 0; i += 1) await page.keyboard.press('ArrowDown');
  assert.match(await spoken.textContent(), /needed by total; Enter opens it/);
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => window.taskyard.graph().layout.shapes.length > 400), 'every task has a shape');
  await page.locator('[aria-live="polite"]', { hasText: /^inc-/ }).waitFor({ state: 'attached' });
});

test('open stacks are named and can be closed, and every task can be shown', async (t) => {
  const page = await openPage(t);
  const drawn = () => page.evaluate(() => window.taskyard.graph().layout.shapes.length);
  await type(page, layers(400));
  await expectShapes(page, 'stack', 1);
  const folded = await drawn();
  await shapes(page, 'stack').click();
  await page.getByRole('button', { name: 'Close the stack inc × 400' }).click();
  await expectShapes(page, 'stack', 1);
  await page.getByRole('button', { name: /^Show every task/ }).click();
  await eventually(async () => (await drawn()) > 400, 'every task has a shape');
  await page.getByRole('button', { name: 'Fold again' }).click();
  await expectShapes(page, 'stack', 1);
  assert.equal(await drawn(), folded);
});

/** What is painted at a point of the graph's canvas: red, green, blue and opacity. */
const painted = (page, x, y) => page.evaluate(([left, top]) => {
  const canvas = document.querySelector('canvas.painting');
  const ratio = canvas.width / canvas.clientWidth;
  return [...canvas.getContext('2d').getImageData(Math.round(left * ratio), Math.round(top * ratio), 1, 1).data];
}, [x, y]);

/** Where a shape lies in the pane, once the picture rests in a pose that fits it. */
const placeOf = (page, index) => page.evaluate((at) => {
  const { layout } = window.taskyard.graph();
  const { width, height } = document.querySelector('[aria-roledescription="task graph"]').getBoundingClientRect();
  const [side, top, bottom] = [28, 50, 40];
  const k = Math.min((width - 2 * side) / layout.width, (height - top - bottom) / layout.height, 1.5);
  const { x, y } = layout.shapes[at];
  return { x: (width - layout.width * k) / 2 + x * k, y: top + (height - top - bottom - layout.height * k) / 2 + y * k };
}, index);

test('many shapes are painted, and answer to the pointer', async (t) => {
  const page = await openPage(t);
  await page.evaluate((source) => window.taskyard.setSource(source), chains(140));
  await page.waitForTimeout(600);
  assert.equal(await page.locator('canvas.painting').count(), 1);
  assert.equal(await page.locator('.node').count(), 0, 'no elements');
  const box = await graph(page).boundingBox();
  const { x, y } = await placeOf(page, 20);
  await page.mouse.move(box.x + x, box.y + y);
  await page.getByRole('tooltip').waitFor();
  const keys = await page.evaluate(() => window.taskyard.graph().graph.tasks.map((task) => task.key));
  assert.ok(keys.includes((await page.getByRole('tooltip').locator('.key').textContent()).trim()));
  await page.mouse.move(box.x + 5, box.y + 60);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await run(page);
  await page.waitForTimeout(400);
  const after = await painted(page, x, y);
  assert.ok(after[3] > 0 && after[2] > after[0] + 5, `the shape has the colour of its state, not ${after}`);
});

test('tasks are found by their key, in stacks too', async (t) => {
  const page = await openPage(t);
  await type(page, layers(400));
  await expectShapes(page, 'stack', 1);
  await graph(page).focus();
  await page.keyboard.press('ControlOrMeta+f');
  const field = page.getByRole('textbox', { name: 'Part of a key' });
  await field.waitFor();
  await page.keyboard.type('inc');
  const count = page.getByRole('search').getByRole('status');
  await eventually(async () => (await count.textContent()) === '1 of 400', 'all are counted');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Enter');
  assert.equal(await count.textContent(), '2 of 400');
  assert.equal(await page.locator('.node.hit .shape.stack').count(), 1, 'the stack is marked');
  assert.equal(await page.evaluate(() => window.taskyard.graph().layout.open.length), 0, 'and stays closed');
  await page.getByRole('button', { name: 'Open it' }).click();
  await eventually(() => page.evaluate(() => window.taskyard.graph().layout.open.length === 1), 'it opens when asked');
  await field.focus();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  assert.ok(await graph(page).evaluate((element) => element === document.activeElement), 'the picture has the focus again');
});

test('a map shows the part in sight, and moves it', async (t) => {
  const page = await openPage(t);
  await type(page, chains(140));
  const map = page.locator('.map');
  assert.equal(await map.count(), 0, 'nothing is out of sight');
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let i = 0; i < 5; i += 1) await zoomIn.click();
  await map.waitFor();
  const frame = map.locator('.frame');
  const before = await frame.boundingBox();
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width / 2 + 30, before.y + before.height / 2, { steps: 4 });
  await page.mouse.up();
  const after = await frame.boundingBox();
  assert.ok(Math.abs(after.x - before.x - 30) < 6, `the frame followed by ${after.x - before.x} pixels`);
  await page.getByRole('button', { name: 'Fit the graph to its pane' }).click();
  await map.waitFor({ state: 'detached' });
});

test('a stack shows how its tasks are doing', async (t) => {
  const page = await openPage(t);
  await type(page, layers(400));
  await run(page);
  await page.locator('.shape.stack.released, .shape.stack.memory').waitFor();
  await type(page, layers(400, 390));
  await run(page);
  await page.locator('.shape.stack.failed').waitFor();
});
