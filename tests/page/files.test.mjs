/** The picture as a file, on paper, and in the directions it can flow. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { expectShapes, idle, newContext, openPage, ready, run, type } from './page.mjs';

const program = `
from dask import delayed
@delayed
def sum_all_parts(x):
    return [x] * 3
total = delayed(len)(sum_all_parts(7))
total.compute()
`;
const GRAPH = 'svg[aria-roledescription="task graph"]';

async function save(page, label) {
  await page.getByRole('button', { name: 'Direction and files' }).click();
  const coming = page.waitForEvent('download');
  await page.locator('.panel .item', { hasText: label }).first().click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Width, height, and how many colours a PNG has, as the browser sees it. */
function looked(page, bytes) {
  return page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    return { width: image.width, height: image.height, corner: pixels[0] >>> 24, colours: new Set(pixels).size };
  }, `data:image/png;base64,${bytes.toString('base64')}`);
}

test('the menu saves what is shown', async (t) => {
  const page = await openPage(t, { query: 'style=clear' });
  await type(page, program);
  const { width, height, lines } = await page.evaluate(() => {
    const { layout } = window.taskyard.graph();
    return { width: Math.ceil(layout.width), height: Math.ceil(layout.height), lines: layout.shapes.flatMap((shape) => shape.lines) };
  });
  const svg = await save(page, 'sharp at any size');
  assert.equal(svg.name, 'total.compute.svg');
  const text = svg.bytes.toString();
  for (const line of [...lines, '3', '[7, 7, 7]']) assert.ok(text.includes(`>${line}</text>`), `${line} in ${text}`);
  const valid = await page.evaluate((source) => new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror') === null, text);
  assert.ok(valid);
  const white = await looked(page, (await save(page, 'on white')).bytes);
  assert.deepEqual([white.width, white.height, white.corner], [2 * width, 2 * height, 255]);
  assert.ok(white.colours > 10, `${white.colours} colours`);
  const clear = await looked(page, (await save(page, 'transparent')).bytes);
  assert.deepEqual([clear.width, clear.corner], [2 * width, 0]);
  const dot = await save(page, 'graphviz');
  assert.equal(dot.name, 'total.compute.dot');
  assert.match(dot.bytes.toString(), /^digraph/);
  assert.match((await save(page, 'SVG, dark')).bytes.toString(), /#181b20/);
});

test('the picture is copied as text', async (t) => {
  const context = await newContext(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await openPage(t, { context });
  await page.getByRole('button', { name: 'Direction and files' }).click();
  await page.getByRole('button', { name: 'Copy SVG' }).click();
  await page.getByText('The picture is copied as SVG.').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<svg [\s\S]*<\/svg>\s*$/);
});

test('values come under the names, and the shapes stay as they are', async (t) => {
  const page = await openPage(t, { query: 'style=clear' });
  await type(page, program);
  await expectShapes(page, 'label', 2);
  const told = () => page.locator(`${GRAPH} .value`).allTextContents();
  assert.deepEqual((await told()).sort(), ['3', '[7, 7, 7]']);
  const before = await page.evaluate(() => JSON.stringify(window.taskyard.graph().layout));
  await run(page);
  assert.deepEqual((await told()).sort(), ['3', '[7, 7, 7]']);
  assert.equal(await page.evaluate(() => JSON.stringify(window.taskyard.graph().layout)), before);
  await page.locator(`${GRAPH} .shape.label`, { hasText: 'sum_all_parts' }).hover();
  const tooltip = await page.getByRole('tooltip').innerText();
  for (const word of [/value/, /\[7, 7, 7\]/, /list/, /sum_all_parts\(7\)/, /line 6/, /needed by\s+1 task/]) assert.match(tooltip, word);
});

test('the picture flows the way the reader chooses, and links keep it', async (t) => {
  const page = await openPage(t, { query: 'direction=topToBottom&style=clear' });
  await type(page, program);
  await expectShapes(page, 'label', 2);
  const ends = () => page.evaluate(() => {
    const { graph, layout } = window.taskyard.graph();
    const at = (task) => layout.shapes[layout.shapeOf[task]];
    const result = graph.outputs[0];
    const [from, to] = [at(graph.tasks[result].deps[0]), at(result)];
    return { right: to.x - from.x, down: to.y - from.y };
  });
  assert.ok((await ends()).down > 0);
  await page.getByRole('button', { name: 'Direction and files' }).click();
  await page.getByRole('button', { name: 'right', exact: true }).click();
  await idle(page);
  assert.ok((await ends()).right > 0);
  // Keys walk with the flow.
  await page.keyboard.press('Escape');
  await page.locator(GRAPH).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.locator('.sr-only', { hasText: 'sum_all_parts' }).waitFor({ state: 'attached' });
  await page.goto(page.url().split('?')[0]);
  await ready(page);
  assert.ok((await ends()).right > 0, 'the page remembers');
});

test('before a run the legend tells the shapes', async (t) => {
  const page = await openPage(t);
  await type(page, "import dask\ndask.get({'x': 1, 'y': (abs, 'x')}, 'y')\n");
  const legend = page.getByRole('list', { name: 'Legend' });
  assert.deepEqual(await legend.locator('li').allInnerTexts(), ['call', 'its value', 'given value']);
  await run(page);
  assert.equal((await legend.locator('li').allInnerTexts())[0], 'waiting');
});

for (const colorScheme of ['light', 'dark']) {
  test(`on paper there is the picture alone, on white, from a ${colorScheme} page`, async (t) => {
    const page = await openPage(t, { colorScheme });
    await run(page);
    await page.emulateMedia({ media: 'print', colorScheme });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    for (const gone of ['.cm-editor', '.lanes', '.graph header']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    assert.ok(await page.locator(`${GRAPH} .shape`).first().isVisible());
    const box = await page.locator(GRAPH).boundingBox();
    assert.ok(box.width > 1200 && box.height > 700, JSON.stringify(box));
    const look = await page.locator(GRAPH).evaluate((svg) => ({ ink: getComputedStyle(svg).printColorAdjust, ground: getComputedStyle(svg.closest('.graph')).backgroundColor }));
    assert.deepEqual(look, { ink: 'exact', ground: 'rgb(255, 255, 255)' });
    await page.emulateMedia({ media: 'screen', colorScheme });
    await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
  });
}
