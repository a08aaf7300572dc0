/**
 * Where things lie. Every script works on the checkout it stands in, from
 * whatever folder it is started.
 */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** A path inside the checkout. */
export const at = (...parts) => join(ROOT, ...parts);

/** What the scripts keep between runs; may be deleted at any time. */
export const CACHE = at('.cache');
/** Programs that the scripts installed. */
export const TOOLS = at('.cache', 'tools');
/** The modules as files beside the page: `wasm/taskyard.js` and `wasm/overview.js`, each with its module. */
export const ENGINE = at('.cache', 'engine');
/** The built page. */
export const DIST = at('dist');
/** Build folder of the native compiler. */
export const TARGET = at('target');
/** Build folder of the wasm compiler: another compiler, so another folder. */
export const TARGET_WASM = at('target-wasm');
/** The same with the flags of the overview's module. */
export const TARGET_OVERVIEW = at('target-wasm', 'overview');
