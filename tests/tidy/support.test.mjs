/**
 * What the documentation says of Python is what the recorded programs show,
 * and every subject has a program.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at } from '../../scripts/lib/paths.mjs';
import { support, supportTable, TABLE } from '../../scripts/lib/support.mjs';

test('each program says what it covers, and each subject is covered', () => {
  assert.deepEqual(support().problems, []);
});

test('the table of what is supported is that of the tests', () => {
  const written = existsSync(at(TABLE)) ? readFileSync(at(TABLE), 'utf8') : '';
  assert.equal(written, supportTable(), 'run: node scripts/support.mjs --write');
});
