/** `npm run pictures`: compares our pictures with those of graphviz's `dot`, and writes the data and docs/pictures.md. */
import { writeFileSync } from 'node:fs';
import { EXCEPTIONS, neededExceptions, PAGE, picturesPage } from './lib/pictures.mjs';
import { at } from './lib/paths.mjs';
import { run, Stop, which } from './lib/proc.mjs';
import { main, step } from './lib/steps.mjs';
import { nativeRust } from './lib/toolchain.mjs';

await main(`The comparison is in ${PAGE}.`, async () => {
  if (!which('dot')) throw new Stop('dot is missing: install graphviz, then run this again.');
  const { cargo } = nativeRust();
  await step('Drawing', () => run(cargo, ['run', '--release', '--package', 'taskyard-engine', '--example', 'pictures']));
  const lines = neededExceptions().map((exception) => JSON.stringify(exception));
  writeFileSync(at(EXCEPTIONS), lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  writeFileSync(at(PAGE), picturesPage());
});
