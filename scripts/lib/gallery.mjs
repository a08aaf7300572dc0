/**
 * The page of pictures: graphs drawn by us and by graphviz's `dot`, side by
 * side. The pictures lie in `docs/pictures`: `NAME.svg` is ours, as a test of
 * the crate `layout` holds it, and `NAME.dot.svg` is graphviz's.
 */
import { readFileSync } from 'node:fs';
import { at } from './paths.mjs';
import { crossingsOf, readDrawing } from './drawing.mjs';

export const PAGE = 'docs/gallery.md';
export const PICTURES = 'docs/pictures';
/** The page of a reader on a desk is about twice as wide. */
const SHOWN_PX = 430;

/** Name, title and the judgement of somebody who looked at both. */
export const EXHIBITS = JSON.parse(readFileSync(new URL('./gallery.json', import.meta.url), 'utf8'));

export const oursOf = (name) => `${PICTURES}/${name}.svg`;
export const theirsOf = (name) => `${PICTURES}/${name}.dot.svg`;

const read = (file) => readDrawing(readFileSync(at(file), 'utf8'));

function cell(file, { width, height, ...drawing }, who, title) {
  const crossings = crossingsOf(drawing);
  const shown = Math.min(SHOWN_PX, width);
  const source = file.replace('docs/', '');
  const said = `${crossings} crossing${crossings === 1 ? '' : 's'}, ${width} × ${height}`;
  return `<td align="center" valign="bottom"><img src="${source}" width="${shown}" alt="${title}, drawn by ${who}"><br>${said}</td>`;
}

function section({ name, title, what, judgement }) {
  const [ours, theirs] = [oursOf(name), theirsOf(name)];
  return `## ${title}

${what}

<table>
<tr><th>Taskyard</th><th>dot</th></tr>
<tr>
${cell(ours, read(ours), 'Taskyard', title)}
${cell(theirs, read(theirs), 'dot', title)}
</tr>
</table>

${judgement}
`;
}

/** The text of the page. */
export function galleryPage() {
  return `# Pictures beside those of dot

Dask's \`visualize()\` hands its graphs to graphviz's \`dot\`, which has drawn graphs well for thirty years. Here the same
graphs are drawn by both: ours exactly as the page shows them before a run, and \`dot\` with the shapes and fonts that
Dask asks for, or with one rounded box a task. Below each picture are its crossings, counted on the drawn lines by one
piece of code, and its size; wide ones are shown smaller. What is said of each pair is the opinion of somebody who
looked at both.

The pictures are made by \`npm run gallery\`; a test fails when ours are no longer what is drawn today.

${EXHIBITS.map(section).join('\n')}`;
}
