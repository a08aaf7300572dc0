/** The page of crossings says what the data says, and the exceptions are those of the data. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at } from '../../scripts/lib/paths.mjs';
import { EXCEPTIONS, neededExceptions, PAGE, picturesPage } from '../../scripts/lib/pictures.mjs';

test('the table of crossings is that of the data', () => {
  assert.equal(readFileSync(at(PAGE), 'utf8'), picturesPage(), 'run: npm run pictures');
});

test('only what crosses more than in dot is an exception', () => {
  assert.deepEqual(JSON.parse(readFileSync(at(EXCEPTIONS), 'utf8')), neededExceptions(), 'run: npm run pictures');
});
