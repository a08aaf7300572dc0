/**
 * The tests and checks, each a step. A step that succeeded is not run again
 * until something it reads changes.
 */
import { existsSync, readdirSync } from 'node:fs';
import { at, TARGET } from './paths.mjs';
import { buildPage, PAGE_SOURCES } from './page.mjs';
import { run } from './proc.mjs';
import { step } from './steps.mjs';
import { browser, nodeModules, rust } from './tools.mjs';

const CRATES = ['crate', 'Cargo.toml', 'Cargo.lock', 'tests', 'scripts/lib/tests.mjs'];

/**
 * Lints that stay off: each says more about taste than about mistakes.
 * Everything else that clippy warns of by default is an error.
 */
const SPARED_LINTS = ['clippy::too_many_arguments', 'clippy::type_complexity', 'clippy::module_inception'];

const native = () => ({ CARGO_TARGET_DIR: TARGET });

/** The rules of the repository: file lengths, arrows, nothing of one machine. */
async function tidy() {
  await step('Repository rules', () => run(process.execPath, ['--test', ...testFiles('tests/tidy')]));
}

async function clippy() {
  const { cargo, version } = rust();
  const spared = SPARED_LINTS.flatMap((lint) => ['-A', lint]);
  await step(
    'Clippy',
    () => run(cargo, ['clippy', '--workspace', '--all-targets', '--', '-D', 'warnings', ...spared], { env: native() }),
    { inputs: CRATES, texts: [version] },
  );
}

async function types() {
  await step(
    'Types of the page',
    async () => {
      await run('npx', ['--no-install', 'svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings']);
      await run('npx', ['--no-install', 'tsc', '-p', 'tsconfig.worker.json']);
    },
    { inputs: [...PAGE_SOURCES, 'scripts/lib/tests.mjs'] },
  );
}

/** What reads the sources and runs nothing of them. */
export async function check() {
  await nodeModules();
  await tidy();
  await clippy();
  await types();
}

/** Tests of the crates, on this machine's own processor. */
export async function nativeTests() {
  const { cargo, version } = rust();
  await step(
    'Native tests',
    () => run(cargo, ['test', '--workspace', '--no-fail-fast'], { env: native() }),
    { inputs: [...CRATES, ...shared()], texts: [version] },
  );
}

/** Programs that tests of several kinds read. */
function shared() {
  return ['web/examples'].filter((path) => existsSync(at(path)));
}

/** Tests of the page's modules, without a browser. */
export async function unitTests() {
  await nodeModules();
  await step('Page units', () => run('npx', ['--no-install', 'vitest', 'run']), { inputs: [...PAGE_SOURCES, 'tests'] });
}

/** Files of a folder that `node --test` runs, sorted. */
export function testFiles(folder) {
  return readdirSync(at(folder)).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => at(folder, name));
}

/** The page's own types against those that the built engine derives from its data. */
async function boundaryTypes() {
  await step('Types of the boundary', () => run('npx', ['--no-install', 'tsc', '-p', 'tests/types/tsconfig.json']), {
    inputs: ['tests/types', 'web/engine', 'web/overview', '.cache/engine/wasm', 'tsconfig.base.json', 'package-lock.json'],
  });
}

/** Tests of the built page in Chromium. */
export async function pageTests() {
  await buildPage();
  await boundaryTypes();
  const { chrome } = await browser();
  await step(
    'Built page in Chromium',
    () => run(process.execPath, ['--test', '--test-concurrency=1', ...testFiles('tests/page')], { env: { CHROME_PATH: chrome } }),
    { inputs: ['tests', 'dist', 'scripts/lib'] },
  );
}
