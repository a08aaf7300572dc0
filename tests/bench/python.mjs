/** Speed of one thread of Python beside CPython compiled to WebAssembly, turn by turn in one browser. */
import { readyPage, runProgram, setSource } from './program.mjs';
import { SPEED } from './programs.mjs';
import { openPeer } from './pyodide.mjs';
import { median, ms, ratio } from './stats.mjs';

export const title = 'Python on one thread, beside Pyodide';

/** Each side has its turn this often, with so many rounds each time. */
const TURNS = 3;
const ROUNDS = 9;

const milliseconds = (lines) => lines.map((line) => Number(line) * 1000);

async function compare(name, page, peer) {
  const source = SPEED[name](ROUNDS);
  await setSource(page, source);
  const own = [];
  const theirs = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    own.push(...milliseconds((await runProgram(page, { workers: 1 })).lines));
    theirs.push(...milliseconds(await peer.run(source)));
  }
  const best = (samples) => Math.min(...samples);
  return [name, ms(best(own)), ms(median(own)), ms(best(theirs)), ms(median(theirs)), ratio(best(own) / best(theirs)), ratio(median(own) / median(theirs))];
}

export async function measure({ browser, url }) {
  const { page, close } = await readyPage(browser, url);
  let peer = null;
  try {
    peer = await openPeer(browser);
    const rows = [['', 'best', 'median', 'peer best', 'peer median', 'share, best', 'share, median']];
    for (const name of Object.keys(SPEED)) rows.push(await compare(name, page, peer));
    rows.push([`Python ${peer.version} of the peer ready`, '', '', '', ms(peer.tookMs), '', '']);
    return rows;
  } finally {
    await peer?.close();
    await close();
  }
}
