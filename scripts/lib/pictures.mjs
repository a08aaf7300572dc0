/**
 * The page of crossings: what graphviz's `dot` and we make of the same graphs,
 * from the data that `npm run pictures` writes. That the data is of today's
 * graphs, and our pictures no worse, are tests of the crates.
 */
import { readFileSync } from 'node:fs';
import { at } from './paths.mjs';

export const PAGE = 'docs/pictures.md';
export const DATA = 'tests/pictures/dot.json';
export const EXCEPTIONS = 'tests/pictures/exceptions.json';

const read = (file) => JSON.parse(readFileSync(at(file), 'utf8'));
const LOOKS = { dask: "Dask's", clear: 'clear' };

/** Programs have a folder or a hyphen in their names and a number; families do not. */
const isProgram = ({ name }) => / \d+$/.test(name) && /[/_-]/.test(name) && !name.includes('scan');

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('_', '\\_');
const table = (heads, rows) => [
  `| ${heads.join(' | ')} |`,
  `| ${heads.map((_, i) => (i < 2 ? '---' : '---:')).join(' | ')} |`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
].join('\n');

const row = (entry) => [
  entry.name, LOOKS[entry.look], entry.tasks, entry.edges, entry.ours, entry.dot, entry.oursMs.toFixed(2), entry.dotMs.toFixed(0),
];

/** One row for all pictures of a program in one look. */
function ofProgram(name, look, entries) {
  const sum = (field) => entries.reduce((all, entry) => all + entry[field], 0);
  return [name, LOOKS[look], entries.length, sum('tasks'), sum('edges'), sum('ours'), sum('dot')];
}

function programRows(entries) {
  const groups = new Map();
  for (const entry of entries) {
    const name = entry.name.replace(/ \d+$/, '');
    const key = `${name}\n${entry.look}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].map(([key, group]) => ofProgram(...key.split('\n'), group));
}

/** The text of the page. */
export function picturesPage() {
  const { version, pictures } = read(DATA);
  const exceptions = read(EXCEPTIONS);
  const programs = pictures.filter(isProgram);
  const families = pictures.filter((entry) => !isProgram(entry));
  const fewer = pictures.filter((entry) => entry.ours < entry.dot).length;
  const equal = pictures.filter((entry) => entry.ours === entry.dot).length;
  return `# Crossings beside those of dot

The fewer lines cross, the easier a graph is to read. Here the same graphs are drawn by us and by graphviz ${version},
and the pairs of drawn curves that cross away from a common end are counted by the same code. In Dask's look \`dot\` gets
the graph as \`visualize()\` writes it, in the clear look one box a task of our size. Made by \`npm run pictures\`; times
are milliseconds on one machine, for us within a program that draws again and again, for \`dot\` of a whole process.

Of ${pictures.length} pictures ${fewer} have fewer crossings than \`dot\`'s, ${equal} as many and ${pictures.length - fewer - equal} more.

## Where we have more

${exceptions.length === 0 ? 'Nowhere.' : table(['graph', 'look', 'ours', "dot's"], exceptions.map((e) => [e.name, LOOKS[e.look], e.ours, e.dot]))}

## Families

${table(['graph', 'look', 'tasks', 'edges', 'ours', "dot's", 'our ms', "dot's ms"], families.map(row))}

## Programs

The graphs of the recorded programs and of the page's examples, each graph once.

${table(['program', 'look', 'graphs', 'tasks', 'edges', 'ours', "dot's"], programRows(programs))}
`;
}

/** The pictures with more crossings than dot's, as exceptions. */
export function neededExceptions() {
  const { pictures } = read(DATA);
  return pictures.filter((e) => e.ours > e.dot).map(({ name, look, ours, dot }) => ({ name, look, ours, dot }));
}
