/**
 * Builds the engine for the browser and runs its tests there, and builds the
 * small module of the overview beside it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE, TARGET_OVERVIEW, TARGET_WASM } from './paths.mjs';
import { run, Stop } from './proc.mjs';
import { step } from './steps.mjs';
import { browser, pathWith, rustForWasm, wasmBindgen, wasmPack } from './tools.mjs';
import { OVERVIEW_CRATE, wasmEnv, WASM_CRATE, WASM_TARGET } from './toolchain.mjs';

/** What the engine is made of. */
const SOURCES = ['crate', 'Cargo.toml', 'Cargo.lock', 'scripts/lib/engine.mjs', 'scripts/lib/toolchain.mjs'];
/** The whole browser test, threads and all, in seconds. */
const BROWSER_LIMIT_S = 120;
const NAME = 'taskyard';
/** What the module of the overview is made of. */
const OVERVIEW_SOURCES = ['crate/layout', 'crate/overview', 'crate/wasm-overview', 'Cargo.toml', 'Cargo.lock', 'scripts/lib/engine.mjs', 'scripts/lib/toolchain.mjs'];
const OVERVIEW_NAME = 'overview';

/** The glue must ask for a shared memory: the sign that all flags arrived. */
function checkThreads(glue) {
  if (!/shared:\s*true/.test(readFileSync(glue, 'utf8'))) {
    throw new Stop('The engine was built without shared memory, so it would have no threads: see crate/wasm/.cargo/config.toml.');
  }
}

/** Makes an empty folder for the engine; the other module stays. */
function clear(out) {
  for (const name of existsSync(out) ? readdirSync(out) : []) {
    if (!name.startsWith(OVERVIEW_NAME)) rmSync(join(out, name), { recursive: true });
  }
  mkdirSync(out, { recursive: true });
}

/** Builds the engine into `.cache/engine/wasm`. */
export async function buildEngine() {
  const rust = await rustForWasm();
  const bindgen = await wasmBindgen();
  const out = join(ENGINE, 'wasm');
  const files = [join(out, `${NAME}.js`), join(out, `${NAME}_bg.wasm`)];
  await step(
    'Engine',
    async () => {
      await run(rust.cargo, ['build', '--release', '--lib'], { cwd: WASM_CRATE, env: wasmEnv(rust) });
      clear(out);
      const module = join(TARGET_WASM, WASM_TARGET, 'release', 'taskyard_wasm.wasm');
      await run(bindgen, ['--target', 'web', '--out-dir', out, '--out-name', NAME, module]);
      checkThreads(files[0]);
      return `${(statSync(files[1]).size / 1000).toFixed(0)} kB of wasm`;
    },
    { inputs: SOURCES, texts: [rust.version], outputs: files },
  );
}

/** Builds the module of the overview into the same folder. */
export async function buildOverview() {
  const rust = await rustForWasm();
  const bindgen = await wasmBindgen();
  const out = join(ENGINE, 'wasm');
  const files = [join(out, `${OVERVIEW_NAME}.js`), join(out, `${OVERVIEW_NAME}_bg.wasm`)];
  await step(
    'Overview',
    async () => {
      await run(rust.cargo, ['build', '--release', '--lib'], { cwd: OVERVIEW_CRATE, env: wasmEnv(rust) });
      mkdirSync(out, { recursive: true });
      const module = join(TARGET_OVERVIEW, WASM_TARGET, 'release', 'taskyard_wasm_overview.wasm');
      await run(bindgen, ['--target', 'web', '--out-dir', out, '--out-name', OVERVIEW_NAME, module]);
      return `${(statSync(files[1]).size / 1000).toFixed(0)} kB of wasm`;
    },
    { inputs: OVERVIEW_SOURCES, texts: [rust.version], outputs: files },
  );
}

/** Runs the engine's tests in a headless Chromium, with threads. */
export async function testEngine() {
  const rust = await rustForWasm();
  const programs = [await wasmBindgen(), await wasmPack()];
  const { driver } = await browser();
  const pack = programs[1];
  await step(
    'Engine in Chromium',
    () =>
      run(pack, ['test', '--headless', '--chrome', '--mode', 'no-install', '--chromedriver', driver, WASM_CRATE], {
        env: {
          ...wasmEnv(rust),
          PATH: pathWith(rust.cargo, ...programs),
          WASM_BINDGEN_TEST_TIMEOUT: String(BROWSER_LIMIT_S),
        },
      }),
    { inputs: SOURCES, texts: [rust.version] },
  );
}
