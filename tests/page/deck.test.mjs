/**
 * The programs of the teaching deck, typed into the page, against their
 * records of real Dask. They belong to the deck and lie beside the project;
 * where they do not, there is nothing to compare.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPage } from './page.mjs';
import { assertRecord } from './record.mjs';

const DECK = new URL('../../../shared/conformance/programs/seed/', import.meta.url);
const skip = existsSync(DECK) ? false : 'the deck does not lie beside the project';

test('the deck', { skip }, async (t) => {
  const page = await openPage(t);
  const names = readdirSync(DECK).filter((name) => name.endsWith('.py')).sort();
  for (const name of names) {
    const source = readFileSync(new URL(name, DECK), 'utf8');
    const record = JSON.parse(readFileSync(new URL(name.replace(/py$/, 'json'), DECK), 'utf8'));
    await t.test(name, () => assertRecord(page, source, record));
  }
});
