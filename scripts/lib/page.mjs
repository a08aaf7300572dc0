/**
 * Builds the page around the engine into `dist/`, and serves it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, hashOf } from './cache.mjs';
import { buildEngine, buildOverview } from './engine.mjs';
import { DIST, ENGINE, ROOT } from './paths.mjs';
import { Stop } from './proc.mjs';
import { serve } from './server.mjs';
import { step } from './steps.mjs';
import { nodeModules } from './tools.mjs';

/** What the page is made of, apart from the engine. */
export const PAGE_SOURCES = [
  'web', 'index.html', 'package-lock.json', 'vite.config.ts', 'svelte.config.js',
  'tsconfig.json', 'tsconfig.base.json', 'tsconfig.worker.json', 'scripts/lib/page.mjs',
];
const FIRST_PORT = 8080;

/** Hashes the files of the modules too, which lie among results and so are no sources. */
function engineHash() {
  const base = '.cache/engine/wasm';
  return hashOf(filesUnder(base));
}

/** Builds everything the page consists of into `dist/`. */
export async function buildPage() {
  await nodeModules();
  await buildEngine();
  await buildOverview();
  await step(
    'Page',
    async () => {
      const { build } = await import('vite');
      await build({ root: ROOT, publicDir: ENGINE, logLevel: 'warn', build: { rolldownOptions: { checks: { bundlerTimings: false } } } });
    },
    { inputs: PAGE_SOURCES, texts: [engineHash()], outputs: [join(DIST, 'index.html'), join(DIST, 'wasm', 'taskyard.js'), join(DIST, 'wasm', 'overview.js')] },
  );
}

/** Serves the built page until the program is ended; resolves with a sentence that has the address. */
export async function servePage({ isolation = 'headers', port = FIRST_PORT, base = '/' } = {}) {
  if (!existsSync(join(DIST, 'index.html'))) throw new Stop('There is no built page yet: run "npm run build" first.');
  const { url } = await serve({ root: DIST, isolation, port, base });
  return `Taskyard is at ${url} - Ctrl+C ends it.`;
}

