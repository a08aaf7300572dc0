/** `npm run dev`: the page with its sources, reloaded at every change; the engine as last built. */
import { buildEngine, buildOverview } from './lib/engine.mjs';
import { ENGINE, ROOT } from './lib/paths.mjs';
import { HOST } from './lib/server.mjs';
import { main } from './lib/steps.mjs';
import { nodeModules } from './lib/tools.mjs';

await main('Ready.', async () => {
  await nodeModules();
  await buildEngine();
  await buildOverview();
  const { createServer } = await import('vite');
  const server = await createServer({ root: ROOT, publicDir: ENGINE, server: { host: HOST } });
  await server.listen();
  server.printUrls();
});
