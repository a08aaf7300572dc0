/**
 * Knows whether a step has to run again: by the content of the files it reads,
 * never by their dates, so that a fresh checkout of the same text is the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, CACHE, ROOT } from './paths.mjs';

/** Folders that hold results, never sources. */
const RESULTS = new Set(['node_modules', 'target', 'target-wasm', 'dist', '.cache', '.git', 'test-results', '__pycache__']);

/** Every file under a path of the checkout, sorted, relative to it. */
export function filesUnder(path) {
  const full = at(path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const found = [];
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    if (RESULTS.has(entry.name)) continue;
    const inside = relative(ROOT, join(full, entry.name));
    if (entry.isDirectory()) found.push(...filesUnder(inside));
    else if (entry.isFile()) found.push(inside);
  }
  return found.sort();
}

/** A hash of the content of these paths and of these texts. */
export function hashOf(paths, texts = []) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`text ${text.length}\n${text}\n`);
  for (const file of paths.flatMap(filesUnder)) {
    const content = readFileSync(at(file));
    hash.update(`file ${file} ${content.length}\n`);
    hash.update(content);
  }
  return hash.digest('hex');
}

const noteOf = (name) => join(CACHE, 'done', `${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`);

/** Whether a step succeeded before on just this; `FRESH=1` says never. */
export function unchanged(name, paths, texts, outputs) {
  const hash = hashOf(paths, texts);
  const note = noteOf(name);
  const same =
    process.env.FRESH !== '1' &&
    existsSync(note) &&
    readFileSync(note, 'utf8') === hash &&
    outputs.every((output) => existsSync(output));
  return { hash, same };
}

/** Notes that a step succeeded on what `hash` stands for. */
export function remember(name, hash) {
  mkdirSync(join(CACHE, 'done'), { recursive: true });
  writeFileSync(noteOf(name), hash);
}
