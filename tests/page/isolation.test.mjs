/** Where the page is not isolated: it says so, and everything else works on one thread. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertStops, consoleText, openPage, run, type } from './page.mjs';

const PROGRAM = `import dask

@dask.delayed
def square(x):
    return x * x

total = dask.delayed(sum)([square(i) for i in range(6)])
print(total.compute())
`;

test('without isolation the page says so and runs the same program on one thread', async (t) => {
  const page = await openPage(t, { isolated: false });
  assert.equal(await page.evaluate(() => window.crossOriginIsolated), false);
  assert.equal(await page.evaluate(() => window.taskyard.mode()), 'single');
  const badge = page.getByRole('button', { name: /How programs run: one thread/ });
  await badge.click();
  await page.getByText(/not isolated/).waitFor();
  await page.keyboard.press('Escape');
  await type(page, PROGRAM);
  const { result, trace } = await run(page);
  assert.equal(result.error ?? null, null);
  assert.match(await consoleText(page), /55/);
  assert.deepEqual([...new Set(trace.filter((event) => event.kind === 'start').map((event) => event.worker))], [0]);
});

test('without isolation Stop ends the engine and the next program runs', async (t) => {
  const page = await openPage(t, { isolated: false });
  await assertStops(page, 'while True:\n    pass\n');
  await type(page, PROGRAM);
  await run(page);
  assert.match(await consoleText(page), /55/);
});

test('a narrow embed without isolation says so too', async (t) => {
  const page = await openPage(t, { isolated: false, query: 'embed=1', viewport: { width: 480, height: 360 } });
  assert.ok(await page.getByRole('button', { name: /one thread/ }).isVisible());
});
