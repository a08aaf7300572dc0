/**
 * Compares what the page did with a record of real Dask: the picture, the last
 * value, the output. Ids are free, so graphs are compared by their structure:
 * two tasks are the same when they have one name and kind and need the same.
 */
import assert from 'node:assert/strict';
import { idle, run, type } from './page.mjs';

const UUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/g;
const TOKEN = /(?<=[\w#>)\].]-)[0-9a-f]{32}(?![0-9a-f])/g;
const ADDRESS = /\bat 0x[0-9a-fA-F]+/g;

/** Takes out what differs from run to run. */
export function normalise(text) {
  return text?.replace(UUID, '#').replace(TOKEN, '#').replace(ADDRESS, 'at 0x#');
}

/** Every task with all that it needs, as sorted texts. */
function structure(tasks) {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const known = new Map();
  const text = (id) => {
    if (!known.has(id)) {
      const { prefix, kind, deps } = byId.get(id);
      known.set(id, `${prefix}:${kind}[${deps.map(text).sort().join(' ')}]`);
    }
    return known.get(id);
  };
  return tasks.map((task) => text(task.id)).sort();
}

/** Asserts that a picture of the page is the graph of a recorded call. */
export function assertGraph(picture, call) {
  assert.ok(picture, 'there is a picture');
  assert.deepEqual(structure(picture.graph.tasks), structure(call.tasks));
  assert.equal(picture.graph.outputs.length, call.outputs.length, 'outputs');
}

/** Asserts that the shapes of Dask's style are on the page: a circle for each call, a box for each value. */
async function assertShapes(page, picture) {
  const counts = await page.evaluate(() => {
    const count = (kind) => document.querySelectorAll(`svg[aria-roledescription="task graph"] .shape.${kind}`).length;
    return { circle: count('circle'), box: count('box') };
  });
  const wanted = { circle: 0, box: 0 };
  for (const shape of picture.layout.shapes) wanted[shape.kind] += 1;
  assert.deepEqual(counts, wanted);
}

/** How long the shapes of the last picture need to fade out. */
const FADE_MS = 400;

/** Types a recorded program, looks at its picture, runs it, and compares all of it. */
export async function assertRecord(page, source, record) {
  await type(page, source);
  const calls = record.graphs.filter((call) => call.tasks && call.tasks.length > 0);
  const last = calls.at(-1);
  if (last) {
    await page.waitForTimeout(FADE_MS);
    const picture = await page.evaluate(() => window.taskyard.graph());
    assertGraph(picture, last);
    await assertShapes(page, picture);
  }
  const { result, output } = await run(page);
  await idle(page);
  assert.equal(normalise(output), record.stdout);
  assert.equal(normalise(result.last) ?? null, record.last);
  assert.equal(result.error?.kind ?? null, record.error?.type ?? null);
  if (record.error) {
    assert.equal(normalise(result.error.message), record.error.message);
    assert.equal(result.error.place?.line ?? null, record.error.line);
  }
  if (last) assertGraph(await page.evaluate(() => window.taskyard.graph()), last);
}
