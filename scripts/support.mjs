/** `node scripts/support.mjs [--write]`: shows, or writes, the table of what of Python is supported. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from './lib/paths.mjs';
import { support, supportTable, TABLE } from './lib/support.mjs';

const { problems } = support();
for (const problem of problems) console.error(problem);
if (process.argv.includes('--write')) {
  mkdirSync(dirname(at(TABLE)), { recursive: true });
  writeFileSync(at(TABLE), supportTable());
} else {
  process.stdout.write(supportTable());
}
process.exitCode = problems.length > 0 ? 1 : 0;
