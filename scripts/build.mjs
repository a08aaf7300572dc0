/** `npm run build`: the static site under `dist/`, for any folder of any server. */
import { buildPage } from './lib/page.mjs';
import { main } from './lib/steps.mjs';

await main('The site is in dist/.', buildPage);
