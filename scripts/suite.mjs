/** `npm run suite`: the language tests of other Pythons on our machine; see tests/suite/README.md. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { judge } from '../tests/suite/judge.mjs';
import { TARGET } from './lib/paths.mjs';
import { ask, run, Stop, which } from './lib/proc.mjs';
import { main, step } from './lib/steps.mjs';
import { rust } from './lib/tools.mjs';

const SUITES = [
  {
    name: 'MicroPython',
    source: 'https://github.com/micropython/micropython',
    commit: '1c3c201149f37fe8d81246191b3127bb198d6306',
    folders: ['tests/basics', 'tests/float', 'tests/misc', 'tests/unicode'],
    asserts: false,
  },
  {
    name: 'RustPython',
    source: 'https://github.com/RustPython/RustPython',
    commit: 'cc1e55e3e43f14a673901ea78ccb426ecb6c3bbb',
    folders: ['extra_tests/snippets'],
    asserts: true,
  },
];

/** What others wrote is kept outside the checkout. */
const KEPT = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'taskyard-suites');
/** Helpers of the other programs, and those that are meant to fail. */
const NO_PROGRAM = /(^|\/)(testutils|xfail_\w*|import_(mutual\d|target|name))\.py$/;

/** `--from` folders, `--list`, and words that names must contain. */
function options(args) {
  const found = { from: [], list: false, words: [] };
  for (let place = 0; place < args.length; place += 1) {
    if (args[place] === '--from') {
      const folder = args[(place += 1)];
      if (!folder || !existsSync(folder)) throw new Stop(`--from needs a folder that is there, and ${folder ?? 'nothing'} is not.`);
      found.from.push(resolve(folder));
    } else if (args[place] === '--list') found.list = true;
    else found.words.push(args[place]);
  }
  return found;
}

/** A CPython 3.11 on PATH: what it prints is the truth. */
function oracle() {
  for (const name of ['python3.11', 'python3']) {
    const path = which(name);
    const version = path && ask(path, ['-c', 'import sys; print(sys.implementation.name, *sys.version_info[:2])']);
    if (version === 'cpython 3 11') return path;
  }
  throw new Stop('CPython 3.11 is missing: the suites are compared with what it prints. Put its python3.11 on PATH.');
}

/** A shallow clone of a suite in the pinned commit, kept for the next time. */
async function clone({ name, source, commit }) {
  const folder = join(KEPT, `${name.toLowerCase()}-${commit.slice(0, 12)}`);
  if (ask('git', ['rev-parse', 'HEAD'], { cwd: existsSync(folder) ? folder : KEPT }) === commit) return folder;
  mkdirSync(folder, { recursive: true });
  await step(`Fetch ${name}`, async () => {
    await run('git', ['init', '-q'], { cwd: folder });
    await run('git', ['fetch', '-q', '--depth', '1', source, commit], { cwd: folder });
    await run('git', ['checkout', '-q', 'FETCH_HEAD'], { cwd: folder });
  });
  return folder;
}

/** The suites with the folders they lie in. */
async function located(from) {
  mkdirSync(KEPT, { recursive: true });
  const found = [];
  for (const suite of SUITES) {
    const given = from.find((folder) => existsSync(join(folder, suite.folders[0])));
    if (given) found.push({ ...suite, root: given });
    else if (from.length === 0) found.push({ ...suite, root: await clone(suite) });
  }
  if (found.length === 0) throw new Stop(`None of the given folders holds ${SUITES.map(({ folders }) => folders[0]).join(' or ')}.`);
  return found;
}

function programsOf({ root, folders }, words) {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).sort().map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.py') && !NO_PROGRAM.test(file))
    .filter((file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)));
}

/** The verdicts on all programs of a suite, in the order of their names. */
async function judgeAll(programs, suite, files) {
  const verdicts = new Array(files.length);
  let next = 0;
  const worker = async () => {
    for (let place = next++; place < files.length; place = next++) {
      verdicts[place] = { name: relative(suite.root, files[place]), ...(await judge(programs, suite, files[place])) };
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return verdicts;
}

const percent = (part, whole) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`);

function report(suite, verdicts, { list }) {
  const of = (verdict) => verdicts.filter((each) => each.verdict === verdict);
  const [passed, failed, aside] = ['pass', 'fail', 'aside'].map(of);
  const counted = passed.length + failed.length;
  const said = `${suite.name}: ${passed.length} of ${counted} pass, ${percent(passed.length, counted)}; ${aside.length} set aside`;
  console.log(`\n${said}`);
  for (const { name, why } of failed) console.log(`  fails  ${name}: ${why}`);
  if (list) for (const { name } of passed) console.log(`  passes ${name}`);
  for (const { name, why } of list ? aside : []) console.log(`  aside  ${name}: ${why}`);
  if (!list) {
    const reasons = new Map();
    for (const why of aside.map((each) => each.why.split(':')[0])) reasons.set(why, (reasons.get(why) ?? 0) + 1);
    for (const [why, count] of [...reasons].sort()) console.log(`  aside  ${count} programs: ${why}`);
  }
  return said;
}

await main('Judged.', async () => {
  const given = options(process.argv.slice(2));
  const python = oracle();
  const { cargo } = rust();
  await step('Build the machine', () => run(cargo, ['build', '-q', '-p', 'taskyard-python', '--example', 'py']));
  const programs = { python, py: join(process.env.CARGO_TARGET_DIR ?? TARGET, 'debug', 'examples', 'py') };
  const said = [];
  for (const suite of await located(given.from)) {
    const files = programsOf(suite, given.words);
    let verdicts = [];
    await step(`${suite.name}, ${files.length} programs`, async () => {
      verdicts = await judgeAll(programs, suite, files);
    });
    said.push(report(suite, verdicts, given));
  }
  return said.join('\n');
});
