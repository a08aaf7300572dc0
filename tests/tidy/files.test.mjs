/**
 * Rules that every file keeps: short enough to read, and true on any machine.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { test } from 'node:test';
import { filesUnder } from '../../scripts/lib/cache.mjs';
import { at } from '../../scripts/lib/paths.mjs';

const MAX_LINES = 700;
const CODE = new Set(['.css', '.js', '.mjs', '.rs', '.svelte', '.ts', '.html']);
const TEXT = new Set([...CODE, '.json', '.md', '.py', '.toml', '.txt']);
const FOLDERS = ['.ci', 'Cargo.toml', 'README.md', 'crate', 'index.html', 'package.json', 'scripts', 'tests', 'vite.config.ts', 'web'];
/** A path into somebody's own folders is true on one machine only. */
const OWN_PATH = /(?<![\w.~/-])\/(work|root|home|Users)\/[\w.]/;
/** What a sentence of a conformance program says is that program's business. */
const RECORDED = /(^|\/)(testdata|conformance|snapshots)\//;

const files = FOLDERS.flatMap(filesUnder);
const textOf = (file) => readFileSync(at(file), 'utf8');

test('code files are short enough to read', () => {
  const long = files
    .filter((file) => CODE.has(extname(file)) && !RECORDED.test(file))
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${MAX_LINES}`);
  assert.deepEqual(long, []);
});

test('no file names a path of one machine', () => {
  const wrong = files
    .filter((file) => TEXT.has(extname(file)) && !RECORDED.test(file))
    .flatMap((file) => textOf(file).split('\n').map((line, index) => ({ file, line, number: index + 1 })))
    .filter(({ file, line }) => OWN_PATH.test(line) && !file.endsWith('files.test.mjs'))
    .map(({ file, line, number }) => `${file}:${number}: ${line.trim()}`);
  assert.deepEqual(wrong, []);
});

test('no source has unsafe code, except the allocator', () => {
  const unsafe = files
    .filter((file) => /^crate\/[^/]+\/src\/.*\.rs$/.test(file) && file !== 'crate/wasm/src/alloc.rs')
    .filter((file) => /\bunsafe\s*(\{|fn|impl)/.test(textOf(file)));
  assert.deepEqual(unsafe, []);
});
