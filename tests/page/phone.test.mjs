/** On a phone: panes to swipe, the graph first after Run, nothing wider than the screen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, expectShapes, idle, openPage } from './page.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const shownPane = (page) => page.locator('nav [aria-current="true"]').innerText();

test('panes are reached by tabs, and Run goes to the graph', async (t) => {
  const page = await openPage(t, PHONE);
  assert.equal(await shownPane(page), 'Code');
  await page.getByRole('button', { name: 'Run', exact: true }).tap();
  await eventually(async () => (await shownPane(page)) === 'Graph', 'the graph comes first after Run');
  await idle(page);
  await expectShapes(page, 'circle', 15);
  for (const name of ['Timeline', 'Output', 'Code']) {
    await page.locator('nav').getByText(name).tap();
    await eventually(async () => (await shownPane(page)) === name, name);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} pixels wide`);
});

test('every control is large enough for a thumb', async (t) => {
  const page = await openPage(t, PHONE);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('header button, nav button')]
      .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height < 32)
      .map((button) => button.getAttribute('aria-label') ?? button.textContent),
  );
  assert.deepEqual(small, []);
});
