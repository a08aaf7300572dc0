/** `npm start`: from a fresh clone to a page that can be opened. */
import { buildPage, servePage } from './lib/page.mjs';
import { main } from './lib/steps.mjs';

await main('Ready.', async () => {
  await buildPage();
  return servePage();
});
