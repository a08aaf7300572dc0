/** `npm run gallery`: draws the pictures of docs/gallery.md anew, ours and, where graphviz is installed, dot's. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactSvg } from './lib/drawing.mjs';
import { EXHIBITS, galleryPage, PAGE, PICTURES, theirsOf } from './lib/gallery.mjs';
import { at } from './lib/paths.mjs';
import { ask, run, Stop, which } from './lib/proc.mjs';
import { main, step } from './lib/steps.mjs';
import { nativeRust } from './lib/toolchain.mjs';

function drawByDot(dot, graphs) {
  for (const { name } of EXHIBITS) {
    const svg = ask(dot, ['-Tsvg', join(graphs, `${name}.dot`)]);
    if (svg === null) throw new Stop(`dot could not draw ${name}.`);
    writeFileSync(at(theirsOf(name)), compactSvg(svg));
  }
}

await main(`The gallery is in ${PAGE}: look at it, and at what it says of each pair (scripts/lib/gallery.json).`, async () => {
  const { cargo } = nativeRust();
  const graphs = mkdtempSync(join(tmpdir(), 'taskyard-gallery-'));
  try {
    mkdirSync(at(PICTURES), { recursive: true });
    await step('Ours', () => run(cargo, ['run', '--package', 'taskyard-layout', '--example', 'gallery', at(PICTURES), graphs]));
    const dot = which('dot');
    if (dot) await step("dot's", () => drawByDot(dot, graphs));
    else console.log('  -  dot is not installed: its pictures stay as they are');
    const before = readFileSync(at(PAGE), { encoding: 'utf8', flag: 'a+' });
    const page = galleryPage();
    if (page !== before) writeFileSync(at(PAGE), page);
  } finally {
    rmSync(graphs, { recursive: true, force: true });
  }
});
