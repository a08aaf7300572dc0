/**
 * What the page tests share: one browser a file, the address of the built
 * page, and the handful of things a person does on it. Tests reach the page
 * as a reader does, by keys and clicks, and look at it through the screen and
 * through `window.taskyard`.
 */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { openBrowser, servePage } from './harness.mjs';

/** How long the engine may take to load and a program to end, on a busy machine. */
const PATIENCE_MS = 60_000;

let browser;
/** The servers of this file, by the isolation they give. */
const servers = new Map();

/** The address of the page: given by whoever runs the tests, else served here. */
async function address(isolated) {
  if (isolated && process.env.TASKYARD_URL) return process.env.TASKYARD_URL;
  if (!servers.has(isolated)) servers.set(isolated, servePage({ isolated }));
  return (await servers.get(isolated)).url;
}

after(async () => {
  await browser?.close();
  for (const server of servers.values()) await (await server).close();
});

/** The page's address with `query` and `hash`, on a host that isolates it or on one that does not. */
export async function urlOf({ query = '', hash = '', isolated = true } = {}) {
  const url = new URL(await address(isolated));
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
  url.hash = hash;
  return url.href;
}

/** A browser profile of its own: nothing is kept from other tests. */
export async function newContext(t, options = {}) {
  browser ??= await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  t.after(() => context.close());
  return context;
}

/** Fails the test when the page complains of itself. */
function watch(t, page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  t.after(() => assert.deepEqual(complaints, [], 'the page complained'));
}

/** Opens the page and waits until it is ready for a reader. */
export async function openPage(t, { query, hash, context, isolated = true, ...options } = {}) {
  const home = context ?? (await newContext(t, options));
  const page = await home.newPage();
  watch(t, page);
  await page.goto(await urlOf({ query, hash, isolated }));
  await ready(page);
  return page;
}

export async function ready(page) {
  await page.waitForFunction(() => window.taskyard !== undefined);
  await idle(page);
}

/** Waits until nothing loads, draws or runs. */
export async function idle(page) {
  await page.evaluate(() => window.taskyard.whenIdle());
}

/** Replaces the program as a reader does who selects all and pastes. */
export async function type(page, source) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
  await idle(page);
}

/** Presses Run and waits for the end; what the run came to. */
export async function run(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await idle(page);
  return page.evaluate(() => window.taskyard.result());
}

/** Starts the program without waiting for its end. */
export async function start(page, source) {
  await type(page, source);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForFunction(() => document.querySelector('.stop')?.getAttribute('aria-disabled') === 'false');
}

/** From pressing Stop to a page that has stopped. */
const STOP_MS = 300;
const STOP_TRIES = 4;

/**
 * Starts `source`, lets it run for a while and stops it. Other work of the
 * machine may delay that, so the quickest of a few tries counts.
 */
export async function assertStops(page, source) {
  const took = [];
  while (took.length < STOP_TRIES && !(Math.min(...took) < STOP_MS)) {
    await start(page, source);
    await page.waitForTimeout(250);
    took.push(await page.evaluate(async () => {
      const from = performance.now();
      await window.taskyard.stop();
      return performance.now() - from;
    }));
    assert.equal(await page.evaluate(() => window.taskyard.result().result?.stopped), true, 'it was stopped, and had not ended before');
    await page.getByText(/^Stopped/).waitFor();
    await idle(page);
  }
  assert.ok(Math.min(...took) < STOP_MS, `stopped after ${took.map(Math.round).join(', ')} ms`);
}

/** Shapes of the picture that are there to stay. */
export function shapes(page, kind) {
  return page.locator(`svg[aria-roledescription="task graph"] .shape.${kind}`);
}

/** Waits for exactly `count` shapes; those of the last picture fade out first. */
export async function expectShapes(page, kind, count) {
  await page.waitForFunction(
    ([name, wanted]) => document.querySelectorAll(`svg[aria-roledescription="task graph"] .shape.${name}`).length === wanted,
    [kind, count],
    { timeout: 10_000 },
  ).catch(async () => assert.equal(await shapes(page, kind).count(), count, `${kind} shapes`));
}

/** The text of the console. */
export async function consoleText(page) {
  return page.locator('.console .scroller').innerText();
}

/** What a task did, from the events of the trace: `[{task, worker, startUs, endUs}]`. */
export function spansOf(trace) {
  const open = new Map();
  const spans = [];
  for (const event of trace) {
    const key = `${event.call}:${event.task}`;
    if (event.kind === 'start') open.set(key, event);
    const start = open.get(key);
    if ((event.kind === 'end' || event.kind === 'failed') && start) {
      spans.push({ task: event.task, worker: start.worker, startUs: start.timeUs, endUs: event.timeUs });
      open.delete(key);
    }
  }
  return spans;
}

/** Two tasks on different workers that ran at the same time, or `undefined`. */
export function overlapOf(trace) {
  const spans = spansOf(trace);
  for (const a of spans) {
    const b = spans.find((other) => other.worker !== a.worker && other.startUs < a.endUs && a.startUs < other.endUs);
    if (b) return [a, b];
  }
  return undefined;
}

/** Answers whether `condition` holds within `limitMs`, asking often. */
export async function eventually(condition, what, limitMs = 10_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    if (await condition()) return;
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
