/** How long after opening the page its first graph is there. */
import { openBrowser, openPage } from '../page/harness.mjs';
import { median, ms, percentile } from './stats.mjs';

export const title = 'Page open to first graph';

const ROUNDS = 9;
/** A shape of the drawn graph. */
const SHAPE = 'svg[aria-roledescription="task graph"] .shape';
const LIMIT_MS = 20_000;

/** Milliseconds from the start of the navigation to the first frame with a graph. */
async function firstGraph(page) {
  const seen = await page.waitForFunction(
    (shape) => document.querySelector(shape) !== null && performance.now(),
    SHAPE,
    { polling: 'raf', timeout: LIMIT_MS },
  );
  return seen.jsonValue();
}

const row = (name, samples) => [name, ms(median(samples)), ms(percentile(samples, 0.95)), ms(Math.min(...samples))];

export async function measure({ url }) {
  const cold = [];
  const warm = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // A browser of its own: compiled code is kept by the browser, not by the profile.
    const browser = await openBrowser();
    try {
      const { page } = await openPage(browser, url);
      cold.push(await firstGraph(page));
      await page.reload();
      warm.push(await firstGraph(page));
    } finally {
      await browser.close();
    }
  }
  return [['', 'median', 'p95', 'best'], row('nothing cached', cold), row('opened again', warm)];
}
