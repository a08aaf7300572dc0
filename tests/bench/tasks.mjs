/** What a run adds to a task that does nothing. */
import { readyPage, runProgram, setSource } from './program.mjs';
import { EMPTY, trivialTasks } from './programs.mjs';
import { median, ms, us } from './stats.mjs';

export const title = 'Overhead of a trivial task';

const COUNTS = [1_000, 10_000];
const WORKERS = [1, 2];
const ROUNDS = 5;
/** Drawn shapes follow the states of their tasks, which costs too. */
const SHAPES = 'svg[aria-roledescription="task graph"] .shape';

/** The runs of a program, after one that is not counted. */
async function runs(page, source, workers) {
  await setSource(page, source);
  await runProgram(page, { workers });
  const all = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await runProgram(page, { workers }));
  return all;
}

export async function measure({ browser, url }) {
  const { page, close } = await readyPage(browser, url);
  const rows = [['a task', 'shapes drawn', 'run() to its end', 'best', 'compute()', 'building', 'whole run']];
  try {
    for (const workers of WORKERS) {
      const empty = median((await runs(page, EMPTY, workers)).map((run) => run.tookMs));
      rows.push([`no tasks, ${workers} worker${workers > 1 ? 's' : ''}`, '', '', '', '', '', ms(empty)]);
      for (const count of COUNTS) {
        const all = await runs(page, trivialTasks(count), workers);
        const perTask = (values) => us((values * 1000) / count);
        const took = all.map((run) => run.tookMs);
        rows.push([
          `${count} tasks, ${workers} worker${workers > 1 ? 's' : ''}`,
          await page.locator(SHAPES).count(),
          perTask(median(took) - empty),
          perTask(Math.min(...took) - empty),
          perTask(median(all.map((run) => run.totals[0].wallUs / 1000))),
          perTask(median(all.map((run) => Number(run.lines[0]) * 1000))),
          ms(median(took)),
        ]);
      }
    }
  } finally {
    await close();
  }
  return rows;
}
