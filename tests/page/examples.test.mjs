/**
 * Every example of the menu, typed into the page, draws the graph and gives
 * the answer that real Dask gave when `examples.json` was recorded.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPage } from './page.mjs';
import { assertRecord } from './record.mjs';

const PROGRAMS = new URL('../../web/examples/programs/', import.meta.url);
const records = JSON.parse(readFileSync(new URL('./examples.json', import.meta.url), 'utf8'));
const names = readdirSync(PROGRAMS).filter((name) => name.endsWith('.py')).map((name) => name.slice(0, -3));

test('every example has its record', () => assert.deepEqual(Object.keys(records).sort(), names.sort()));

test('examples', async (t) => {
  const page = await openPage(t);
  for (const name of names) {
    await t.test(name, () => assertRecord(page, readFileSync(new URL(`${name}.py`, PROGRAMS), 'utf8'), records[name]));
  }
});
