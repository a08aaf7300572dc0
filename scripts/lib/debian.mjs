/**
 * Debian's packages, for machines where a missing program can be installed by
 * its package manager without asking.
 */
import { existsSync } from 'node:fs';
import { run, Stop, which } from './proc.mjs';

/** Another installation may hold the lock for a while. */
const LOCK_WAIT_S = 300;
const UPDATE_TRIES = 5;
const RETRY_MS = 10_000;

let updated = false;

/** Whether packages can be installed here: Debian or a relative, as root. */
export function canInstall() {
  return existsSync('/etc/debian_version') && which('apt-get') !== null && process.getuid?.() === 0;
}

async function update() {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run('apt-get', ['update']);
      return;
    } catch (error) {
      if (attempt === UPDATE_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Installs packages; `what` names the need in the sentence of a failure. */
export async function install(what, packages) {
  try {
    if (!updated) await update();
    updated = true;
    await run('apt-get', ['install', '-y', '--no-install-recommends', '-o', `DPkg::Lock::Timeout=${LOCK_WAIT_S}`, ...packages], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    throw new Stop(`${what} could not be installed (Debian packages ${packages.join(', ')}).\n${error.message}`);
  }
}
