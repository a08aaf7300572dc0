/** What is written on the picture lies inside its shapes, measured by the browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idle, openPage, type } from './page.mjs';

const NAMES = [
  'sum-aggregate', 'mean_combine-partial', 'lambda', 'concatenate', 'standardizeAllMeasurements',
  'a_function_with_a_name_that_goes_on_for_ever_and_ever', 'WWWWWWWWWWWW', 'iiiiiiiiiiiiiiiiiiiiiiiiii',
  '日本語の名前はとても長い', 'ÉtäbliẞÇ', 'e\u0301e\u0301e\u0301\u0301\u0301\u0301', 'λάμβδα', 'имя_задачи', '🎈👩‍🚀🇫🇷', 'عربى', '<b>&amp;',
];
const nasty = `
from dask import delayed
names = ${JSON.stringify(NAMES)}
tasks = [delayed(len)('', dask_key_name=name) for name in names]
total = delayed(sum)(tasks)
total.visualize()
`;
const chunks = `
import dask.array as da
x = da.ones((400, 400), chunks=(100, 200))
y = (x + x.T.rechunk((100, 200))).mean(axis=0)
y.visualize()
`;

/** Texts of the picture that leave their shape, by the boxes the browser measures. */
function overflowing(page) {
  return page.evaluate(() => {
    const found = [];
    for (const shape of document.querySelectorAll('svg[aria-roledescription="task graph"] .shape')) {
      const bodies = [...shape.querySelectorAll('.body')];
      const room = bodies[bodies.length - 1].getBBox();
      const round = shape.classList.contains('circle');
      for (const text of shape.querySelectorAll('text')) {
        const box = text.getBBox();
        // The browser's box has room for marks above and below the letters.
        const [left, right] = [box.x, box.x + box.width];
        const middle = box.y + box.height / 2;
        const reach = 0.38 * parseFloat(getComputedStyle(text).fontSize);
        const inside = round
          ? [left, right].every((x) => Math.hypot(x, Math.abs(middle) + reach) <= room.width / 2 + 1)
          : left >= room.x && right <= room.x + room.width && middle - reach >= room.y && middle + reach <= room.y + room.height;
        if (!inside) found.push(text.textContent);
      }
    }
    return found;
  });
}

/** What is written on the shapes of a class, line after line. */
function written(page, kind) {
  return page.evaluate(
    (name) => [...document.querySelectorAll(`svg[aria-roledescription="task graph"] .shape.${name}`)].map((shape) => [...shape.querySelectorAll('text')].map((text) => text.textContent)),
    kind,
  );
}

for (const style of ['dask', 'clear']) {
  test(`labels stay inside their shapes, drawn as ${style}`, async (t) => {
    const page = await openPage(t, { query: `style=${style}` });
    for (const source of [nasty, chunks]) {
      await type(page, source);
      assert.deepEqual(await overflowing(page), []);
      const count = await page.locator('svg[aria-roledescription="task graph"] .shape text').count();
      assert.ok(count > 10, `${count} texts were looked at`);
    }
  });
}

test('names of Dask are written whole', async (t) => {
  const page = await openPage(t);
  await type(page, nasty);
  const circles = await written(page, 'circle');
  for (const lines of [['sum-', 'aggregate'], ['mean_', 'combine-', 'partial'], ['lambda'], ['concatenate']]) {
    assert.ok(circles.some((circle) => circle.join('|') === lines.join('|')), `${lines.join(' ')} in ${JSON.stringify(circles)}`);
  }
});

test('labels of every example stay inside their shapes', async (t) => {
  const page = await openPage(t);
  await page.getByRole('button', { name: 'Examples', exact: true }).click();
  const names = await page.locator('.panel .item').count();
  await page.keyboard.press('Escape');
  assert.ok(names > 10);
  for (let at = 0; at < names; at += 1) {
    await page.getByRole('button', { name: 'Examples', exact: true }).click();
    await page.locator('.panel .item').nth(at).click();
    await idle(page);
    assert.deepEqual(await overflowing(page), []);
  }
});
