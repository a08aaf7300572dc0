/** `npm run bench`: measures the built page in Chromium; see tests/bench/README.md. */
import { openBrowser, servePage } from '../tests/page/harness.mjs';
import { MEASURES } from '../tests/bench/measures.mjs';
import { table } from '../tests/bench/stats.mjs';
import { buildPage } from './lib/page.mjs';
import { DIST } from './lib/paths.mjs';
import { Stop } from './lib/proc.mjs';
import { main } from './lib/steps.mjs';

/** A measure that fails is told and does not keep the others from running. */
async function print(name, context) {
  const { title, measure } = MEASURES[name];
  console.log(`\n${title}`);
  try {
    for (const line of table(await measure(context))) console.log(`  ${line}`);
    return true;
  } catch (error) {
    console.log(`  could not be measured: ${error.message.split('\n')[0]}`);
    return false;
  }
}

await main('Measured.', async () => {
  const wanted = process.argv.slice(2);
  const names = Object.keys(MEASURES).filter((name) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)));
  if (names.length === 0) throw new Stop(`There is no such measure; there are ${Object.keys(MEASURES).join(', ')}.`);
  await buildPage();
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
