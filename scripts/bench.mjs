/** `npm run bench`: measures the built page in Chromium; see tests/bench/README.md. */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { openBrowser, servePage } from '../tests/page/harness.mjs';
import { MEASURES } from '../tests/bench/measures.mjs';
import { table } from '../tests/bench/stats.mjs';
import { buildPage } from './lib/page.mjs';
import { DIST } from './lib/paths.mjs';
import { Stop } from './lib/proc.mjs';
import { main } from './lib/steps.mjs';

/** Measures the page as it was last built. */
const NO_BUILD = '--no-build';

/** How busy the machine is: figures of a busy one say little. */
const load = () => `${cpus().length} processors, load ${loadavg()[0].toFixed(2)}`;

/** A measure that fails is told and does not keep the others from running. */
async function print(name, context) {
  const { title, measure } = MEASURES[name];
  console.log(`\n${title} (${load()})`);
  try {
    for (const line of table(await measure(context))) console.log(`  ${line}`);
    return true;
  } catch (error) {
    console.log(`  could not be measured: ${error.message.split('\n')[0]}`);
    return false;
  }
}

await main('Measured.', async () => {
  const given = process.argv.slice(2);
  const wanted = given.filter((each) => each !== NO_BUILD);
  const names = Object.keys(MEASURES).filter((name) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)));
  if (names.length === 0) throw new Stop(`There is no such measure; there are ${Object.keys(MEASURES).join(', ')}.`);
  if (!given.includes(NO_BUILD)) await buildPage();
  else if (!existsSync(join(DIST, 'index.html'))) throw new Stop('There is no built page yet: run "npm run build" first.');
  const browser = await openBrowser();
  const server = await servePage();
  const context = { browser, url: server.url, root: DIST };
  const failed = [];
  try {
    for (const name of names) if (!(await print(name, context))) failed.push(name);
  } finally {
    await browser.close();
    await server.close();
  }
  if (failed.length > 0) throw new Stop(`Not measured: ${failed.join(', ')}.`);
});
