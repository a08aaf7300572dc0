/** The overview: opened when asked for, framed by lines, filled by a run, and a way to the tasks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, idle, newContext, openPage, run, shapes, type, urlOf } from './page.mjs';

const ARRAYS = `import dask.array as da

x = da.ones((80, 80), chunks=(20, 20))
y = x + x.T
total = y.mean(split_every=2)
total.compute()
`;
const CALLS = `import time
import dask

@dask.delayed
def nap(i):
    time.sleep(0.1)
    return i

@dask.delayed
def add(a, b):
    return a + b

parts = []
for i in range(8):
    a = nap(i)
    parts.append(add(a, nap(a)))
dask.compute(*parts)
`;

const boxes = (page) => page.locator('[data-layer]');
const labels = (page) => boxes(page).locator('.label').allTextContents();
const titles = (page) => page.locator('svg[aria-roledescription="overview"] text.title').evaluateAll((list) => list.map((each) => each.querySelector('title').textContent));

async function openOverview(page) {
  await page.getByRole('button', { name: 'overview', exact: true }).click();
  await boxes(page).first().waitFor();
  await idle(page);
}

/** Every box lies within the picture and none on another, as they are on the screen. */
async function assertApart(page) {
  const rects = await page.locator('[data-layer] .edge').evaluateAll((list) => list.map((each) => each.getBoundingClientRect().toJSON()));
  for (const [at, one] of rects.entries()) {
    for (const other of rects.slice(at + 1)) {
      const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      assert.ok(apart, 'boxes lie apart');
    }
  }
}

test('the overview of arrays has a box for each layer, framed by its line', async (t) => {
  const context = await newContext(t);
  const page = await context.newPage();
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(await urlOf());
  await page.waitForFunction(() => window.taskyard !== undefined);
  await idle(page);
  await type(page, ARRAYS);
  assert.deepEqual(loaded.filter((path) => /overview/i.test(path)), [], 'nothing of the overview is loaded before it opens');
  await openOverview(page);
  assert.ok(loaded.some((path) => path.endsWith('/wasm/overview_bg.wasm')));
  const shown = await labels(page);
  for (const label of ['ones_like × 16', 'transpose × 16', 'add × 16', 'mean_chunk × 16']) assert.ok(shown.includes(label), `${label} in ${shown}`);
  const framed = await titles(page);
  assert.ok(framed.includes('line 4: y = x + x.T'), framed.join());
  assert.ok(framed.includes('line 5: total = y.mean(split_every=2)'), framed.join());
  await assertApart(page);
});

test('pointing at a box points at its line, and a click opens its tasks', async (t) => {
  const page = await openPage(t);
  await type(page, ARRAYS);
  await openOverview(page);
  await boxes(page).filter({ hasText: 'transpose' }).hover();
  await page.locator('.cm-pointed').waitFor();
  assert.equal(await page.locator('.cm-pointed').innerText(), 'y = x + x.T');
  await page.locator('[role="tooltip"]').getByText('16 tasks').waitFor();
  await boxes(page).filter({ hasText: 'transpose' }).click();
  await shapes(page, 'circle').first().waitFor();
  assert.equal(await boxes(page).count(), 0);
  await eventually(async () => (await page.locator('.node:not(.faint) .shape.circle').count()) === 16, 'only the opened tasks stand out');
  assert.equal(await page.locator('.cm-pointed').count(), 0);
});

test('boxes fill while their tasks run', async (t) => {
  const page = await openPage(t);
  await type(page, CALLS);
  await openOverview(page);
  assert.equal(await page.locator('.part').count(), 0, 'nothing ran yet');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.part.running').first().waitFor();
  await idle(page);
  await eventually(async () => (await page.locator('.part.running').count()) === 0, 'nothing runs any more');
  const filled = await page.locator('[data-layer] .part').count();
  assert.equal(filled, await boxes(page).count(), 'each box is filled by one state');
  const framed = await titles(page);
  assert.ok(framed.some((title) => title.startsWith('line 14: for i in range(8)')), framed.join());
});

test('the keyboard walks from box to box and opens one', async (t) => {
  const page = await openPage(t);
  await type(page, CALLS);
  await openOverview(page);
  await page.getByRole('button', { name: 'overview', exact: true }).focus();
  const svg = page.locator('svg[aria-roledescription="overview"]');
  while (!(await svg.evaluate((each) => each === document.activeElement))) await page.keyboard.press('Shift+Tab');
  const spoken = page.locator('.graph .sr-only');
  await spoken.getByText('8 tasks').waitFor();
  await page.keyboard.press('ArrowDown');
  assert.match(await spoken.innerText(), /nap/);
  await page.keyboard.press('Enter');
  await shapes(page, 'circle').first().waitFor();
});

test('a graph that is edited keeps its overview, and one without tasks has none', async (t) => {
  const page = await openPage(t);
  await type(page, ARRAYS);
  await openOverview(page);
  await type(page, `${ARRAYS}y.sum().compute()\n`);
  await eventually(async () => (await labels(page)).some((label) => label.startsWith('sum')), 'the new line is in the overview');
  await type(page, 'x = 1\n');
  await page.getByText('No tasks yet.').waitFor();
  await eventually(async () => (await boxes(page).count()) === 0, 'no box is left');
  assert.equal((await run(page)).result.error ?? null, null);
});
