/**
 * How much faster two workers are than one. Other programs on the machine hold
 * a core now and then, so one and two are measured next to each other, several
 * times, beside plain JavaScript that shows what the machine itself allows.
 */
import { readyPage, runProgram, setSource } from './program.mjs';
import { allocatingMap, countingMap } from './programs.mjs';
import { median, ms, percentile, ratio } from './stats.mjs';

export const title = 'Two workers against one';

const TASKS = 8;
/** A task is made at least this long. */
const TASK_MS = 120;
const PROBE_STEPS = 400_000;
const ROUNDS = 5;

/** In the page: milliseconds until `count` workers have each made `share` equal loops of JavaScript. */
async function plainLoops({ count, share }) {
  const body = `onmessage = ({ data }) => {
    let s = 0;
    for (let round = 0; round < data; round += 1) for (let i = 0; i < 4e7; i += 1) s = (s + i * i) % 7;
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

/** The program with tasks of about the wanted length. */
async function calibrated(page, program) {
  await setSource(page, program(1, PROBE_STEPS));
  await runProgram(page, { workers: 1 });
  const probed = workOf(await runProgram(page, { workers: 1 }));
  return program(TASKS, Math.ceil((PROBE_STEPS * TASK_MS) / probed));
}

function row(name, taskMs, pairs) {
  const ratios = pairs.map(([one, two]) => one / two);
  const best = pairs[ratios.indexOf(Math.max(...ratios))];
  return [name, ratio(Math.max(...ratios)), ratio(median(ratios)), ratio(percentile(ratios, 0)), ms(best[0]), ms(best[1]), ms(taskMs)];
}

async function speedUp(page, name, program) {
  await setSource(page, await calibrated(page, program));
  const pairs = [];
  const lengths = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await runProgram(page, { workers: 1 });
    const two = await runProgram(page, { workers: 2 });
    pairs.push([one.tookMs, two.tookMs]);
    lengths.push(workOf(one) / TASKS);
  }
  return row(name, median(lengths), pairs);
}

export async function measure({ browser, url }) {
  const { page, close } = await readyPage(browser, url);
  try {
    const control = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      control.push([await page.evaluate(plainLoops, { count: 1, share: 4 }), await page.evaluate(plainLoops, { count: 2, share: 2 })]);
    }
    return [
      ['', 'best ratio', 'median', 'worst', 'one', 'two', 'a task'],
      await speedUp(page, `${TASKS} tasks that count`, countingMap),
      await speedUp(page, `${TASKS} tasks that allocate`, allocatingMap),
      row('plain JavaScript, for comparison', Number.NaN, control),
    ];
  } finally {
    await close();
  }
}
