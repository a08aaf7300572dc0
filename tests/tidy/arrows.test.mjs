/**
 * The arrows of the architecture: which crate may know which, and that only
 * the boundary knows the browser. `crate/README.md` explains them.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.mjs';

/** What each crate may depend on, of ours. A new crate gets a line here. */
const MAY_USE = {
  python: [],
  graph: [],
  ndarray: [],
  sched: ['graph'],
  layout: ['graph'],
  overview: ['layout'],
  dask: ['python', 'graph', 'ndarray'],
  lessons: ['graph'],
  engine: ['python', 'graph', 'sched', 'ndarray', 'dask', 'layout', 'lessons'],
  wasm: ['engine'],
  'wasm-overview': ['overview'],
  cli: ['engine'],
};

/** Packages that exist only in a browser. */
const BROWSER_ONLY = /^(js-sys|web-sys|wasm-bindgen(-.*)?|serde-wasm-bindgen|gloo.*)$/;
/** The crates of which the page's types are derived, behind a feature that only the boundary asks for. */
const TYPES_OF_THE_PAGE = { crates: ['engine', 'overview'], packages: ['tsify', 'wasm-bindgen'] };
/** The boundary: the crates that become modules. */
const isBoundary = (name) => /^wasm(-|$)/.test(name);

const metadata = JSON.parse(
  execFileSync('cargo', ['metadata', '--format-version', '1', '--no-deps'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }),
);
const crates = metadata.packages.map((each) => ({ name: each.name.replace(/^taskyard-/, ''), dependencies: each.dependencies }));

test('every crate is in the table of arrows', () => {
  const unknown = crates.map((each) => each.name).filter((name) => !(name in MAY_USE));
  assert.deepEqual(unknown, [], 'give these crates a line in tests/tidy/arrows.test.mjs and in crate/README.md');
});

test('crates depend only on what they may', () => {
  for (const { name, dependencies } of crates) {
    const used = dependencies
      .filter((each) => each.name.startsWith('taskyard-') && each.kind !== 'dev')
      .map((each) => each.name.replace(/^taskyard-/, ''));
    const wrong = used.filter((each) => !(MAY_USE[name] ?? []).includes(each));
    assert.deepEqual(wrong, [], `${name} must not depend on ${wrong.join(', ')}`);
  }
});

test('only the boundary knows the browser', () => {
  for (const { name, dependencies } of crates) {
    if (isBoundary(name)) continue;
    const wrong = dependencies.filter((each) => {
      const typesOnly = TYPES_OF_THE_PAGE.crates.includes(name) && TYPES_OF_THE_PAGE.packages.includes(each.name) && each.optional;
      return BROWSER_ONLY.test(each.name) && !typesOnly;
    });
    assert.deepEqual(wrong.map((each) => each.name), [], `${name} must not know the browser`);
  }
});
