/**
 * The built page opens without complaint, with and without isolation, and from
 * a folder of a server as well as from its top.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, whenIdle, withPage } from './harness.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

/** What the page says of the engine once nothing loads any more. */
async function modeOf(page) {
  await whenIdle(page);
  return page.evaluate(() => window.taskyard.mode());
}

for (const isolated of [true, false]) {
  test(`opens ${isolated ? 'isolated' : 'without isolation'}`, async () => {
    await withPage(browser, { isolated }, async ({ page, complaints }) => {
      assert.equal(await page.evaluate(() => self.crossOriginIsolated), isolated);
      const mode = await modeOf(page);
      assert.equal(mode, isolated ? 'threads' : 'single');
      assert.deepEqual(complaints, []);
    });
  });
}

test('opens from a folder', async () => {
  await withPage(browser, { base: '/courses/parallel/' }, async ({ page, complaints }) => {
    assert.equal(await modeOf(page), 'threads');
    assert.deepEqual(complaints, []);
  });
});
