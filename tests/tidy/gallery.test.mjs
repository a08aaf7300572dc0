/**
 * The page of pictures says what its pictures show. That ours are what is
 * drawn today is a test of the crate `layout`.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { crossingsOf, readDrawing } from '../../scripts/lib/drawing.mjs';
import { EXHIBITS, galleryPage, oursOf, PAGE, PICTURES, theirsOf } from '../../scripts/lib/gallery.mjs';
import { at } from '../../scripts/lib/paths.mjs';

/** A picture that takes longer to load than to look at helps nobody. */
const MAX_BYTES = 60_000;
const MAX_ALL_BYTES = 600_000;

test('the gallery is that of its pictures', () => {
  assert.equal(readFileSync(at(PAGE), 'utf8'), galleryPage(), 'run: npm run gallery');
});

test('each exhibit has both pictures and a judgement, and there are no others', () => {
  const wanted = EXHIBITS.flatMap(({ name }) => [oursOf(name), theirsOf(name)]);
  assert.deepEqual(readdirSync(at(PICTURES)).map((file) => `${PICTURES}/${file}`).sort(), wanted.sort());
  assert.deepEqual(EXHIBITS.filter(({ judgement }) => judgement === ''), []);
});

test('pictures are small files', () => {
  const sizes = readdirSync(at(PICTURES)).map((file) => statSync(at(PICTURES, file)).size);
  assert.ok(Math.max(...sizes) < MAX_BYTES, `the largest has ${Math.max(...sizes)} bytes`);
  assert.ok(sizes.reduce((all, size) => all + size, 0) < MAX_ALL_BYTES);
});

test('crossings are counted on drawn lines, away from common ends', () => {
  const crossings = (...paths) => {
    const lines = paths.map((path) => `<path d="${path}"/>`).join('');
    return crossingsOf(readDrawing(`<svg viewBox="0 0 100 100">${lines}</svg>`));
  };
  assert.equal(crossings('M0 0L100 100', 'M0 100L100 0'), 1);
  assert.equal(crossings('M0,0C0,50 100,50 100,100', 'M100 0C100 50 0 50 0 100'), 1);
  assert.equal(crossings('M0 0L100 100', 'M0 10L90 100'), 0);
  // An arrow head is no line.
  assert.equal(crossings('M0 0L100 100', 'M0 100L100 0Z'), 0);
  // Two lines to one task may touch before its border, not far from it.
  assert.equal(crossings('M0 0L50 98L52 100', 'M100 0L50 99L50 100'), 0);
  assert.equal(crossings('M0 0L60 50L50 100', 'M100 0L40 50L50 100'), 1);
});
