/**
 * What every test of the built page needs: a server, a Chromium, a page, and
 * the errors it complained of.
 */
import { chromium } from 'playwright-core';
import { DIST } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/server.mjs';
import { browser as findBrowser } from '../../scripts/lib/tools.mjs';

const BROWSER_ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
/** For a busy machine: nothing here measures time. */
const PATIENCE_MS = 60_000;
/** The glue of the threads calls the engine in a form that it will drop one day; harmless. */
const HARMLESS = /using deprecated parameters for the initialization function/;

/** Starts a Chromium that all tests of a file share; end it with `close`. */
export async function openBrowser() {
  const { chrome } = await findBrowser();
  return chromium.launch({ executablePath: chrome, args: BROWSER_ARGS });
}

/** Serves the built page, isolated or not, at `/` or below a folder. */
export function servePage({ isolated = true, base = '/' } = {}) {
  return serve({ root: DIST, isolation: isolated ? 'headers' : 'none', base });
}

/**
 * Opens an address in a fresh profile. `complaints` fills with every error and
 * warning of the console and everything thrown; with `close` it all ends.
 * `watch` sees the page before it goes anywhere.
 */
export async function openPage(browser, url, { viewport = { width: 1280, height: 800 }, watch = () => {}, ...more } = {}) {
  const context = await browser.newContext({ viewport, ...more });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !HARMLESS.test(message.text())) {
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()} ${request.failure()?.errorText}`));
  watch(page);
  await page.goto(url);
  await page.waitForFunction(() => window.taskyard !== undefined);
  return { page, complaints, close: () => context.close() };
}

/** Waits until nothing loads, draws or runs. */
export function whenIdle(page) {
  return page.evaluate(() => window.taskyard.whenIdle());
}

/**
 * A page with a server of its own, both ended when `work` is:
 * `withPage(browser, { isolated: false }, async ({ page, complaints }) => ...)`.
 */
export async function withPage(browser, { isolated = true, base = '/', path = '', ...options }, work) {
  const server = await servePage({ isolated, base });
  try {
    const opened = await openPage(browser, server.url + path, options);
    try {
      return await work({ ...opened, url: server.url });
    } finally {
      await opened.close();
    }
  } finally {
    await server.close();
  }
}
