/** The measures of `npm run bench`, in the order they are printed. */
import * as bytes from './bytes.mjs';
import * as open from './open.mjs';

export const MEASURES = { bytes, open };
