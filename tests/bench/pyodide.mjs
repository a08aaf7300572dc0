/** The peer: CPython compiled to WebAssembly, in a worker of a page of its own. */
import { existsSync } from 'node:fs';
import { at } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/server.mjs';

const FOLDER = at('node_modules', 'pyodide');

/** In the page: a worker that runs programs and answers with what they printed. */
async function startPeer(base) {
  const body = `import { loadPyodide } from '${base}pyodide.mjs';
    const lines = [];
    const python = await loadPyodide({ indexURL: '${base}', stdout: (line) => lines.push(line) });
    onmessage = ({ data }) => {
      lines.length = 0;
      try {
        python.runPython(data, { globals: python.toPy({ __name__: '__main__' }) });
        postMessage({ lines });
      } catch (error) {
        postMessage({ error: String(error) });
      }
    };
    postMessage({ version: python.version });`;
  const worker = new Worker(URL.createObjectURL(new Blob([body], { type: 'text/javascript' })), { type: 'module' });
  const answer = () => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
    worker.onerror = (event) => reject(new Error(event.message || 'the peer did not start'));
  });
  window.ask = (source) => {
    const answered = answer();
    worker.postMessage(source);
    return answered;
  };
  const from = performance.now();
  const { version } = await answer();
  return { version, tookMs: performance.now() - from };
}

/**
 * Opens the peer in `browser`: its version, the milliseconds it took to be
 * ready, `run(source)` with the lines a program prints, and `close`.
 */
export async function openPeer(browser) {
  if (!existsSync(FOLDER)) throw new Error('the package "pyodide" is not installed');
  const server = await serve({ root: FOLDER });
  const context = await browser.newContext();
  const close = async () => {
    await context.close();
    await server.close();
  };
  try {
    const page = await context.newPage();
    // Any file will do as the page that owns the worker.
    await page.goto(`${server.url}package.json`);
    const started = await page.evaluate(startPeer, server.url);
    return { ...started, close, run: async (source) => (await page.evaluate((text) => window.ask(text), source)).lines };
  } catch (error) {
    await close();
    throw error;
  }
}
