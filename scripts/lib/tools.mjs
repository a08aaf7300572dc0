/**
 * Brings what building and testing need: what is there is used, what is
 * missing is installed into `.cache/tools` or, on Debian as root, by packages.
 * What cannot be installed ends with one sentence that says what to do.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { at, TOOLS } from './paths.mjs';
import { ask, executable, run, Stop, which } from './proc.mjs';
import { step } from './steps.mjs';
import { nativeRust, wasmRust } from './toolchain.mjs';

const WASM_PACK_VERSION = '0.15.1';
const OLDEST_NODE = [20, 19];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** The font is for what tests look at: a browser without any draws no text. */
const BROWSER_PACKAGES = ['chromium', 'chromium-driver', 'fonts-dejavu-core'];
const MAC_BROWSER = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Stop(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** The packages of the page, as the lock file names them. */
export async function nodeModules() {
  checkNode();
  await step('Node packages', () => run('npm', ['ci', '--no-audit', '--no-fund']), {
    inputs: ['package-lock.json'],
    texts: [process.versions.node],
    outputs: [at('node_modules', '.package-lock.json')],
  });
}

/** The compiler of tests and native programs. */
export function rust() {
  return nativeRust();
}

/** The compiler of the engine. */
export async function rustForWasm() {
  let found;
  await step('Rust with its sources', async () => {
    found = await wasmRust();
    return `${/^release: (.*)$/m.exec(found.version)?.[1]}, ${found.rustc}`;
  });
  return found;
}

/** The version of a crate in Cargo.lock. */
function lockedVersion(name) {
  const lock = readFileSync(at('Cargo.lock'), 'utf8');
  const found = new RegExp(`name = "${name}"\\nversion = "([^"]+)"`).exec(lock);
  if (!found) throw new Stop(`Cargo.lock names no version of ${name}.`);
  return found[1];
}

/** Whether a program says it is of this version. */
const isVersion = (program, version) => (program && ask(program, ['--version'])?.split(' ').includes(version)) ?? false;

/**
 * Installs a program of the Rust registry. It is built without the slow part of
 * optimization: it runs for seconds, and building it takes minutes.
 */
async function cargoInstall(crate, version) {
  mkdirSync(TOOLS, { recursive: true });
  const build = join(TOOLS, 'build');
  const { cargo } = nativeRust();
  await run(cargo, ['install', crate, '--version', version, '--root', TOOLS, '--force', '--no-track'], {
    cwd: TOOLS,
    env: {
      CARGO_TARGET_DIR: build,
      CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
      CARGO_PROFILE_RELEASE_LTO: 'off',
      CARGO_PROFILE_RELEASE_DEBUG: '0',
      CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS: 'fallback',
    },
  });
  rmSync(build, { recursive: true, force: true });
}

/** A program of the Rust registry in just this version: from `.cache/tools`, from PATH, or installed. */
async function cargoProgram(crate, name, version, companions = []) {
  const all = (folder) => [name, ...companions].every((each) => executable(join(folder, each)));
  const own = join(TOOLS, 'bin', name);
  if (all(join(TOOLS, 'bin')) && isVersion(own, version)) return own;
  const found = which(name);
  if (found && all(join(found, '..')) && isVersion(found, version)) return found;
  await step(`${crate} ${version}`, () => cargoInstall(crate, version));
  return own;
}

/** What turns the compiled module into one with JavaScript glue. */
export function wasmBindgen() {
  return cargoProgram('wasm-bindgen-cli', 'wasm-bindgen', lockedVersion('wasm-bindgen'), ['wasm-bindgen-test-runner']);
}

/** What runs the engine's tests in a browser. */
export function wasmPack() {
  return cargoProgram('wasm-pack', 'wasm-pack', WASM_PACK_VERSION);
}

function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (executable(named)) return named;
    throw new Stop(`CHROME_PATH names ${named}, which is no program.`);
  }
  return which(...BROWSERS) ?? (existsSync(MAC_BROWSER) ? MAC_BROWSER : null);
}

const findDriver = () => process.env.CHROMEDRIVER ?? which('chromedriver');

/** A Chromium, and the driver that wasm-pack starts it with. */
export async function browser() {
  if ((!findBrowser() || !findDriver()) && canInstall()) {
    await step('Chromium', () => install('Chromium', BROWSER_PACKAGES));
  }
  const chrome = findBrowser();
  const driver = findDriver();
  if (!chrome) throw new Stop('Chromium is missing: install Chromium or Chrome, or name it in CHROME_PATH, then run this again.');
  if (!driver) throw new Stop('ChromeDriver is missing: install the chromedriver of your Chromium on PATH, then run this again.');
  return { chrome, driver };
}

/** PATH with the folders of these programs first. */
export function pathWith(...programs) {
  return [...programs.map((program) => join(program, '..')), process.env.PATH ?? ''].join(delimiter);
}
