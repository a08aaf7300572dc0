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

test('a stack shows how its tasks are doing', async (t) => {
  const page = await openPage(t);
  await type(page, layers(400));
  await run(page);
  await page.locator('.shape.stack.released, .shape.stack.memory').waitFor();
  await type(page, layers(400, 390));
  await run(page);
  await page.locator('.shape.stack.failed').waitFor();
});
