/** Links, reloads and embeds: a program travels, and nothing runs unasked. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { eventually, expectShapes, idle, newContext, openPage, ready, type, urlOf } from './page.mjs';

const MINE = 'import dask\n\nx = dask.delayed(len)("mine")\n';
const SHARED = 'import dask\n\na = dask.delayed(len)("ü → 数 🎈")\nb = dask.delayed(str)(a)\nprint("from a link")\n';

async function copyLink(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('the program is kept over a reload', async (t) => {
  const page = await openPage(t);
  await type(page, MINE);
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => window.taskyard.source()), MINE);
  await expectShapes(page, 'circle', 1);
});

test('what the reader wrote is not lost to an example', async (t) => {
  const page = await openPage(t);
  await type(page, MINE);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: 'Diamonds' }).click();
  await idle(page);
  await page.reload();
  await ready(page);
  assert.match(await page.evaluate(() => window.taskyard.source()), /wash/);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: /Your earlier program/ }).click();
  await idle(page);
  assert.equal(await page.evaluate(() => window.taskyard.source()), MINE);
});

test('a link carries the program to another reader, and runs nothing', async (t) => {
  const context = await newContext(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await openPage(t, { context });
  await type(page, SHARED);
  const link = await copyLink(page);
  assert.match(new URL(link).hash, /^#v1:[\w-]+$/);
  const reader = await openPage(t, { hash: new URL(link).hash });
  assert.equal(await reader.evaluate(() => window.taskyard.source()), SHARED);
  assert.equal(await reader.evaluate(() => window.taskyard.result().result), null, 'nothing ran');
  await expectShapes(reader, 'circle', 2);
});

test('the reader\'s own program waits until the borrowed one is edited', async (t) => {
  const context = await newContext(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  const first = await openPage(t, { context });
  await type(first, SHARED);
  const { hash } = new URL(await copyLink(first));
  await type(first, MINE);
  await first.close();
  const page = await openPage(t, { context, hash });
  assert.equal(await page.evaluate(() => window.taskyard.source()), SHARED);
  await page.getByRole('button', { name: 'Back to mine' }).click();
  await idle(page);
  assert.equal(await page.evaluate(() => window.taskyard.source()), MINE);
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => window.taskyard.source()), MINE);
});

test('a damaged link says so, and the page works on', async (t) => {
  const page = await openPage(t, { hash: '#v1:bm90IGEgcHJvZ3JhbQ' });
  assert.match(await page.locator('.toast').innerText(), /damaged/);
  await expectShapes(page, 'circle', 15);
});

/** A page of somebody else's that frames ours. */
async function hostPage(t, context, frame) {
  const html = `<!doctype html><title>Slides</title><iframe src="${frame}" width="700" height="400"></iframe>`;
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  t.after(() => new Promise((resolve) => server.close(resolve)));
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  return page;
}

/** Sends one verb to the frame, as a host does, and waits for its answer. */
function ask(page, message) {
  return page.evaluate(
    (sent) =>
      new Promise((resolve, reject) => {
        const id = Math.random();
        window.addEventListener('message', function listen(event) {
          if (event.data?.taskyard !== 'answer' || event.data.id !== id) return;
          window.removeEventListener('message', listen);
          if (event.data.error) reject(new Error(event.data.error));
          else resolve(event.data.value);
        });
        document.querySelector('iframe').contentWindow.postMessage({ ...sent, id }, '*');
      }),
    message,
  );
}

test('an embed shows the graph without the page around it, and obeys its host', async (t) => {
  const context = await newContext(t);
  const page = await hostPage(t, context, await urlOf({ query: 'embed=1' }));
  const frame = page.frameLocator('iframe');
  await frame.locator('.world .shape.circle').first().waitFor();
  assert.equal(await frame.locator('.cm-editor').count(), 0, 'no editor unless asked for');
  await ask(page, { taskyard: 'setSource', source: MINE });
  await ask(page, { taskyard: 'whenIdle' });
  assert.equal(await ask(page, { taskyard: 'source' }), MINE);
  await eventually(async () => (await frame.locator('.world .shape.circle').count()) === 1, 'the frame draws the program');
  await ask(page, { taskyard: 'setSource', source: `${MINE}x.compute()\n` });
  const result = await ask(page, { taskyard: 'run', options: { workers: 1 } });
  assert.equal(result.last, '4');
  assert.equal((await ask(page, { taskyard: 'result' })).result.last, '4');
  assert.equal((await ask(page, { taskyard: 'graph' })).graph.tasks.length, 1);
  assert.ok(['threads', 'single'].includes(await ask(page, { taskyard: 'mode' })));
  await assert.rejects(ask(page, { taskyard: 'explode' }), /does not know/);
});

test('an embed with its code runs by its own button', async (t) => {
  const page = await openPage(t, { query: 'embed=1&code=1', viewport: { width: 760, height: 420 } });
  await page.locator('.cm-content').waitFor();
  await type(page, `${MINE}x.compute()\n`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await idle(page);
  assert.match(await page.locator('.embed > header').innerText(), /→\s*4/);
});

test('a narrow embed has room for code, graph and error, one beneath the other', async (t) => {
  const page = await openPage(t, { query: 'embed=1&code=1', viewport: { width: 420, height: 640 } });
  await type(page, 'import dask\n\nx = dask.delayed(len)(5)\nx.compute()\n');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.error').first().waitFor();
  await idle(page);
  const boxes = await Promise.all(['.cm-editor', 'svg[aria-roledescription="task graph"]', '.error .what'].map((part) => page.locator(part).boundingBox()));
  for (const [i, box] of boxes.entries()) {
    assert.ok(box.height > 15 && box.y + box.height <= 640, `part ${i} is in sight`);
    if (i > 0) assert.ok(boxes[i - 1].y + boxes[i - 1].height <= box.y + 1, `part ${i} does not cover the one above`);
  }
});
