/**
 * How much faster two workers are than one. Other programs on the machine hold
 * a core now and then, so one and two are measured next to each other, several
 * times, beside plain JavaScript that shows what the machine itself allows.
 */
import { readyPage, runProgram, setSource } from './program.mjs';
import { allocatingMap, countingMap } from './programs.mjs';
import { median, ms, ratio } from './stats.mjs';

export const title = 'Two workers against one';

const TASKS = 8;
/** A task is made at least this long. */
const TASK_MS = 120;
const PROBE_STEPS = 1_000_000;
const PROBES = 5;
const ROUNDS = 5;
/** What two workers should reach; a busy machine gets more rounds to show it. */
const GOAL = 1.6;
const MOST_ROUNDS = 10;

/** In the page: milliseconds until `count` workers have each made `share` equal loops of JavaScript. */
async function plainLoops({ count, share }) {
  const body = `onmessage = ({ data }) => {
    let s = 0;
    for (let round = 0; round < data; round += 1) for (let i = 0; i < 1e7; i += 1) s = (s + i * i) % 7;
    postMessage(s);
  }`;
  const address = URL.createObjectURL(new Blob([body], { type: 'text/javascript' }));
  const workers = Array.from({ length: count }, () => new Worker(address));
  const loop = (rounds) => Promise.all(workers.map((worker) => new Promise((resolve) => {
    worker.onmessage = resolve;
    worker.postMessage(rounds);
  })));
  await loop(0);
  const from = performance.now();
  await loop(share);
  const took = performance.now() - from;
  for (const worker of workers) worker.terminate();
  return took;
}

const workOf = (run) => run.totals[0].workUs / 1000;

/** The program with tasks of the wanted length on an undisturbed machine. */
async function calibrated(page, program) {
  await setSource(page, program(1, PROBE_STEPS));
  const probes = [];
  for (let round = 0; round < PROBES; round += 1) probes.push(workOf(await runProgram(page, { workers: 1 })));
  return program(TASKS, Math.ceil((PROBE_STEPS * TASK_MS) / Math.min(...probes)));
}

const shortest = (pairs) => [0, 1].map((column) => Math.min(...pairs.map((pair) => pair[column])));

/**
 * Pairs of times, with one worker and with two. What disturbs a run only makes
 * it longer, so the shortest ones say most; single pairs may even pass 2.
 */
async function pairsOf(measureOne, measureTwo) {
  const pairs = [];
  const enough = () => {
    const [one, two] = shortest(pairs);
    return pairs.length >= MOST_ROUNDS || (pairs.length >= ROUNDS && one / two >= GOAL);
  };
  do pairs.push([await measureOne(), await measureTwo()]);
  while (!enough());
  return pairs;
}

function row(name, taskMs, pairs) {
  const ratios = pairs.map(([one, two]) => one / two);
  const [one, two] = shortest(pairs);
  return [name, ratio(one / two), ...[Math.max(...ratios), median(ratios), Math.min(...ratios)].map(ratio), ...[one, two, taskMs].map(ms), pairs.length];
}

async function speedUp(page, name, program) {
  await setSource(page, await calibrated(page, program));
  const lengths = [];
  const one = async () => {
    const run = await runProgram(page, { workers: 1 });
    lengths.push(workOf(run) / TASKS);
    return run.tookMs;
  };
  const two = async () => (await runProgram(page, { workers: 2 })).tookMs;
  const pairs = await pairsOf(one, two);
  return row(name, Math.min(...lengths), pairs);
}

export async function measure({ browser, url }) {
  const { page, close } = await readyPage(browser, url);
  const loops = (count, share) => () => page.evaluate(plainLoops, { count, share });
  try {
    return [
      ['', 'shortest by shortest', 'best pair', 'median', 'worst', 'one', 'two', 'a task', 'rounds'],
      await speedUp(page, `${TASKS} tasks that count`, countingMap),
      await speedUp(page, `${TASKS} tasks that allocate`, allocatingMap),
      row('plain JavaScript, for comparison', Number.NaN, await pairsOf(loops(1, 4), loops(2, 2))),
    ];
  } finally {
    await close();
  }
}
