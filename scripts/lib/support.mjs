/**
 * What of Python is supported, told by the recorded programs: which subject
 * each covers, and whether our record equals CPython's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { filesUnder } from './cache.mjs';
import { at } from './paths.mjs';

export const TABLE = 'docs/python.md';
const PROGRAMS = 'tests/conformance/programs';
const SUBJECTS = 'tests/conformance/subjects.json';
const PENDING = 'tests/conformance/pending.txt';
const REFUSED = 'crate/python/src/vm/instead.rs';
/** The folders whose programs are about Python itself; the others are about Dask. */
const FOLDERS = ['python', 'errors', 'language', 'builtins', 'library'];

const read = (file) => readFileSync(at(file), 'utf8');

/** The programs about Python: `folder/name` and the text of the comment that says what is covered. */
function programs() {
  return FOLDERS.flatMap((folder) => filesUnder(`${PROGRAMS}/${folder}`))
    .filter((file) => file.endsWith('.py'))
    .map((file) => ({
      name: file.slice(PROGRAMS.length + 1, -'.py'.length),
      comment: /^# covers: (.+)$/m.exec(read(file))?.[1],
    }));
}

/** The items that a comment names; items may hold commas themselves, so the longest known text is taken first. */
function itemsOf(comment, isKnown) {
  const words = comment.split(/[,;]/).map((word) => word.trim());
  const found = [];
  for (let start = 0; start < words.length; ) {
    let end = words.length;
    while (end > start + 1 && !isKnown(words.slice(start, end).join(', '))) end -= 1;
    found.push(words.slice(start, end).join(', '));
    start = end;
  }
  return found.filter(Boolean);
}

/** The modules that are refused by name, with what serves instead: rows of names and a hint. */
function refusedModules() {
  const text = read(REFUSED);
  const hints = new Map([...text.matchAll(/const (\w+): &str = "([^"]*)";/g)].map(([, name, hint]) => [name, hint]));
  const table = /const TABLE[^=]*= &\[(.*?)\n\];/s.exec(text)?.[1] ?? '';
  const rows = [...table.matchAll(/\(&\[([^\]]*)\],\s*(?:"([^"]*)"|(\w+)),?\s*\)/g)].map(([, names, hint, constant]) => ({
    modules: [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => name),
    hint: hint ?? hints.get(constant),
  }));
  if (rows.length === 0 || rows.some((row) => !row.hint)) throw new Error(`${REFUSED}: the table of refused modules was not understood`);
  return rows;
}

function pendingPrograms() {
  return new Set(read(PENDING).split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#')));
}

/** The lists with the programs of each line, and what is wrong with subjects and comments. */
export function support() {
  const { lists, aliases, recorded } = JSON.parse(read(SUBJECTS));
  const problems = [];
  const covered = new Map();
  for (const items of Object.values(lists).flatMap((lines) => Object.values(lines)).flat()) {
    const name = typeof items === 'string' ? items : items.item;
    if (covered.has(name)) problems.push(`${SUBJECTS}: ${name} stands in two lines`);
    covered.set(name, new Set());
    if (items.tested && !existsSync(at(items.tested))) problems.push(`${SUBJECTS}: there is no ${items.tested}`);
  }
  const plain = (name) => aliases[name] ?? name;
  const all = programs();
  for (const { name, comment } of all) {
    const items = comment ? itemsOf(comment, (item) => covered.has(plain(item))) : (recorded[name] ?? []);
    if (items.length === 0) problems.push(`${name}: its second line must say what it covers`);
    for (const item of items.map(plain)) {
      if (covered.has(item)) covered.get(item).add(name);
      else problems.push(`${name}: ${SUBJECTS} knows no "${item}"`);
    }
  }
  for (const name of Object.keys(recorded)) {
    if (!all.some((program) => program.name === name)) problems.push(`${SUBJECTS}: there is no program ${name}`);
  }
  for (const items of Object.values(lists).flatMap((lines) => Object.values(lines)).flat()) {
    if (typeof items === 'string' && covered.get(items).size === 0) problems.push(`no program covers "${items}"`);
  }
  return { problems, lists, covered, count: all.length, pending: pendingPrograms() };
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const escaped = (text) => text.replaceAll('|', '\\|').replaceAll('__', '\\_\\_');

function lineRow(line, items, { covered, pending }) {
  const names = items.map((item) => (typeof item === 'string' ? item : item.item));
  const programsOfLine = [...new Set(names.flatMap((name) => [...covered.get(name)]))].sort();
  const open = programsOfLine.filter((name) => pending.has(name));
  const apart = items.some((item) => item.tested) && programsOfLine.length === 0;
  return row([escaped(line), escaped(names.join(', ')), apart ? 'tested apart' : programsOfLine.length - open.length, open.join(', ')]);
}

/** The page of the documentation, as it should be. */
export function supportTable() {
  const state = support();
  const about = [...state.covered.values()].reduce((all, names) => new Set([...all, ...names]), new Set());
  const open = [...about].filter((name) => state.pending.has(name)).length;
  const lines = [
    '# What of Python is supported',
    '',
    'Made from the tests by `node scripts/support.mjs --write`. Each number counts programs recorded with CPython 3.11',
    'that print, answer and fail here exactly as there; the last column names those that still differ. What CPython',
    'alone cannot record has tests of its own.',
    `Of ${state.count} programs ${state.count - open} are equal.`,
  ];
  for (const [list, linesOfList] of Object.entries(state.lists)) {
    lines.push('', `## ${list}`, '', row(['what', 'in detail', 'programs', 'differ']), row(['---', '---', '---:', '---']));
    lines.push(...Object.entries(linesOfList).map(([line, items]) => lineRow(line, items, state)));
  }
  lines.push('', '## Modules refused by name', '', row(['modules', 'hint']), row(['---', '---']));
  lines.push(...refusedModules().map(({ modules, hint }) => row([modules.map((name) => `\`${name}\``).join(', '), escaped(hint)])), '');
  return lines.join('\n');
}
