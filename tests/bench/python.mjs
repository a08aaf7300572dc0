/** Speed of one thread of Python beside CPython compiled to WebAssembly, turn by turn in one browser. */
import { readyPage, runProgram, setSource } from './program.mjs';
import { SPEED } from './speed.mjs';
import { openPeer } from './pyodide.mjs';
import { median, ms, ratio } from './stats.mjs';

export const title = 'Python on one thread, beside Pyodide';

/** Each side has its turn this often, with so many rounds each time. */
const TURNS = 3;
const ROUNDS = 7;

const milliseconds = (lines) => lines.map((line) => Number(line) * 1000);

const best = (samples) => Math.min(...samples);

/** The times of both sides in milliseconds. */
async function compare(source, page, peer) {
  await setSource(page, source);
  const own = [];
  const theirs = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    own.push(...milliseconds((await runProgram(page, { workers: 1 })).lines));
    theirs.push(...milliseconds(await peer.run(source)));
  }
  return { own, theirs, shares: [best(own) / best(theirs), median(own) / median(theirs)] };
}

/** The mean of shares of a time: twice as fast and half as fast are as fast. */
const geometricMean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

export async function measure({ browser, url }) {
  const { page, close } = await readyPage(browser, url);
  let peer = null;
  try {
    peer = await openPeer(browser);
    const rows = [['', 'best', 'median', 'peer best', 'peer median', 'share, best', 'share, median']];
    const all = [];
    for (const [name, program] of Object.entries(SPEED)) {
      try {
        const { own, theirs, shares } = await compare(program(ROUNDS), page, peer);
        rows.push([name, ...[best(own), median(own), best(theirs), median(theirs)].map(ms), ...shares.map(ratio)]);
        all.push(shares);
      } catch (error) {
        rows.push([`${name}: ${error.message.split('\n')[0]}`]);
      }
    }
    rows.push(['geometric mean', '', '', '', '', ...[0, 1].map((column) => ratio(geometricMean(all.map((shares) => shares[column]))))]);
    rows.push([`peer ready (Python ${peer.version})`, '', '', '', ms(peer.tookMs), '', '']);
    return rows;
  } finally {
    await peer?.close();
    await close();
  }
}
