/** The measures of `npm run bench`, in the order they are printed. */
import * as bytes from './bytes.mjs';
import * as keystroke from './keystroke.mjs';
import * as layout from './layout.mjs';
import * as open from './open.mjs';
import * as python from './python.mjs';
import * as scroll from './scroll.mjs';
import * as tasks from './tasks.mjs';
import * as workers from './workers.mjs';

export const MEASURES = { bytes, open, layout, keystroke, scroll, tasks, python, workers };
