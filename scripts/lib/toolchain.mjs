/**
 * The one place that decides how Rust becomes threaded WebAssembly.
 *
 * Threads need a standard library built with atomics, so the compiler must
 * have its own sources. In order of preference: the compiler on PATH when it
 * has them; the same after rustup fetched them; a second compiler from
 * Debian's packages, which brings its sources and is called by full path. The
 * compiler and linker flags themselves stand in `crate/wasm/.cargo/config.toml`,
 * where cargo finds them because it is started in that folder.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { at } from './paths.mjs';
import { ask, executable, run, Stop, which } from './proc.mjs';

/** The folder cargo is started in, so that it reads the wasm flags. */
export const WASM_CRATE = at('crate', 'wasm');
/** The same of the overview's small module. */
export const OVERVIEW_CRATE = at('crate', 'wasm-overview');
export const WASM_TARGET = 'wasm32-unknown-unknown';
/** Oldest compiler that the crates are written for; Cargo.toml says the same. */
const OLDEST_RUST = [1, 95];
const DEBIAN_BIN = '/usr/bin';
const DEBIAN_PACKAGES = ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-22'];
const RUSTUP_LIMIT_MS = 120_000;

const versionOf = (rustc) => ask(rustc, ['-vV']);

/** The version as two numbers, from `release: 1.95.0`. */
function release(text) {
  const found = /^release: (\d+)\.(\d+)/m.exec(text ?? '');
  return found ? [Number(found[1]), Number(found[2])] : null;
}

const oldEnough = (version) =>
  version !== null && (version[0] > OLDEST_RUST[0] || (version[0] === OLDEST_RUST[0] && version[1] >= OLDEST_RUST[1]));

/** Checks the compiler on PATH that tests and native programs use. */
export function nativeRust() {
  const rustc = which('rustc');
  const cargo = which('cargo');
  const text = rustc && versionOf(rustc);
  const wanted = OLDEST_RUST.join('.');
  if (!cargo || !text) throw new Stop(`Rust is missing: install Rust ${wanted} or newer with rustup, then run this again.`);
  if (!oldEnough(release(text))) throw new Stop(`Rust is too old: ${wanted} or newer is needed; "rustup update stable" brings it.`);
  return { cargo, rustc, version: text };
}

/** Whether this compiler has the sources of its standard library. */
function hasSources(rustc) {
  const sysroot = ask(rustc, ['--print', 'sysroot']);
  return sysroot !== null && existsSync(join(sysroot, 'lib', 'rustlib', 'src', 'rust', 'library', 'std', 'Cargo.toml'));
}

/** The newest wasm linker of Debian's. */
function debianLinker() {
  if (!existsSync(DEBIAN_BIN)) return null;
  const found = readdirSync(DEBIAN_BIN).flatMap((name) => /^wasm-ld-(\d+)$/.exec(name)?.[1] ?? []);
  const newest = found.map(Number).sort((a, b) => b - a)[0];
  return newest === undefined ? null : join(DEBIAN_BIN, `wasm-ld-${newest}`);
}

function onPath() {
  const { cargo, rustc, version } = nativeRust();
  return hasSources(rustc) ? { cargo, rustc, version, linker: null } : null;
}

function fromDebian() {
  const rustc = join(DEBIAN_BIN, 'rustc');
  const cargo = join(DEBIAN_BIN, 'cargo');
  const linker = debianLinker();
  if (!executable(rustc) || !executable(cargo) || linker === null) return null;
  const version = versionOf(rustc);
  return oldEnough(release(version)) && hasSources(rustc) ? { cargo, rustc, version, linker } : null;
}

async function byRustup() {
  if (which('rustup') === null) return null;
  try {
    await run('rustup', ['component', 'add', 'rust-src'], { timeoutMs: RUSTUP_LIMIT_MS });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return null;
  }
  return onPath();
}

async function byDebian() {
  if (!canInstall()) return null;
  await install('A Rust compiler with its sources', DEBIAN_PACKAGES);
  return fromDebian();
}

/** Finds, or installs, the compiler that builds the engine. */
export async function wasmRust() {
  const found = onPath() ?? fromDebian() ?? (await byRustup()) ?? (await byDebian());
  if (found) return found;
  throw new Stop(
    'The sources of the Rust standard library are missing, which threads in the browser need: ' +
      'run "rustup component add rust-src", or on Debian as root "apt-get install ' + DEBIAN_PACKAGES.join(' ') + '".',
  );
}

/**
 * The environment of every cargo that builds for the browser. Flags given to
 * cargo in the environment would replace ours, so they are taken away.
 */
export function wasmEnv(rust) {
  if (process.env.RUSTFLAGS || process.env.CARGO_ENCODED_RUSTFLAGS) {
    throw new Stop('RUSTFLAGS is set, which would replace the flags that threads need: unset it, then run this again.');
  }
  return {
    RUSTC_BOOTSTRAP: '1',
    RUSTC: rust.rustc,
    RUSTDOC: join(dirname(rust.rustc), 'rustdoc'),
    CARGO: rust.cargo,
    ...(rust.linker ? { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: rust.linker } : {}),
  };
}
