/**
 * Builds the module with which the benchmark compares layouts in the browser:
 * an example of the crate `layout`, with the flags of the engine. Nothing of it
 * is shipped.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, TARGET_WASM } from './paths.mjs';
import { run } from './proc.mjs';
import { step } from './steps.mjs';
import { rustForWasm } from './tools.mjs';
import { wasmEnv, WASM_CRATE, WASM_TARGET } from './toolchain.mjs';

/** Where the module lies, among results. */
export const LAYOUTS = join(CACHE, 'bench', 'layouts.wasm');
const SOURCES = ['crate/layout', 'crate/wasm/src/alloc.rs', 'crate/wasm/src/alloc', 'crate/wasm/.cargo', 'Cargo.lock', 'scripts/lib/layouts.mjs'];

export async function buildLayouts() {
  const rust = await rustForWasm();
  await step(
    'Layouts',
    async () => {
      // The page builds the peer for size, where it uses it; a comparison must not.
      const fast = ['--config', 'profile.release.package.dagre.opt-level=3'];
      await run(rust.cargo, ['build', '--release', '--package', 'taskyard-layout', '--example', 'browser', ...fast], { cwd: WASM_CRATE, env: wasmEnv(rust) });
      mkdirSync(join(CACHE, 'bench'), { recursive: true });
      copyFileSync(join(TARGET_WASM, WASM_TARGET, 'release', 'examples', 'browser.wasm'), LAYOUTS);
    },
    { inputs: SOURCES, texts: [rust.version], outputs: [LAYOUTS] },
  );
}
