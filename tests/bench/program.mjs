/** Running a program on the opened page, with its times. */
import { openPage, whenIdle } from '../page/harness.mjs';

/** Opens the page and waits until it can run programs on threads. */
export async function readyPage(browser, url, options) {
  const opened = await openPage(browser, url, options);
  await whenIdle(opened.page);
  const mode = await opened.page.evaluate(() => window.taskyard.mode());
  if (mode !== 'threads') throw new Error(`the page runs programs in the mode "${mode}", not on threads`);
  return opened;
}

/** Puts a program in and waits until it is drawn, so that nothing else is busy. */
export async function setSource(page, source) {
  await page.evaluate((text) => window.taskyard.setSource(text), source);
  await whenIdle(page);
}

/**
 * Runs the program in the editor: milliseconds from `run()` to its end, the
 * engine's own totals, and the lines it printed.
 */
export async function runProgram(page, options = {}) {
  const ran = await page.evaluate(async (chosen) => {
    const from = performance.now();
    const result = await window.taskyard.run(chosen);
    return { tookMs: performance.now() - from, result, output: window.taskyard.result().output };
  }, options);
  if (ran.result.error) throw new Error(`the program failed: ${ran.result.error.text.trim().split('\n').pop()}`);
  return { tookMs: ran.tookMs, wallMs: ran.result.wallUs / 1000, totals: ran.result.totals, lines: ran.output.trim().split('\n') };
}
