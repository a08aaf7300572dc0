/** `npm run check`: what reads the sources and runs nothing of them. */
import { main } from './lib/steps.mjs';
import { check } from './lib/tests.mjs';

await main('Nothing to complain about.', check);
