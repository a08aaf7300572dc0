/**
 * `npm run serve`: serves what was built. `-- --no-isolation` leaves out the
 * headers that give the page threads, as many hosts do; `-- --port 9000` tries
 * that port first; `-- --base /courses/1/` serves below a folder.
 */
import { parseArgs } from 'node:util';
import { servePage } from './lib/page.mjs';
import { Stop } from './lib/proc.mjs';
import { main } from './lib/steps.mjs';

await main('Serving.', async () => {
  let values;
  try {
    ({ values } = parseArgs({
      options: { 'no-isolation': { type: 'boolean' }, port: { type: 'string' }, base: { type: 'string' } },
    }));
  } catch (error) {
    throw new Stop(error.message);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) throw new Stop(`${values.port} is no port.`);
  return servePage({ isolation: values['no-isolation'] ? 'none' : 'headers', port, base: values.base });
});
