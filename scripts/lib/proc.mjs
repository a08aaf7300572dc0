/**
 * Starts other programs. Their output is kept and shown only when they fail,
 * or at once with `VERBOSE=1`, so that a run reads as a list of steps.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Output kept of a program, in characters: the end tells why it failed. */
const KEPT_OUTPUT = 200_000;
/** Lines of it that are shown. */
const SHOWN_LINES = 150;

/** An end that one sentence explains: no stack trace helps. */
export class Stop extends Error {}

const verbose = process.env.VERBOSE === '1';

/**
 * Runs a program to its end; a failing one throws `Stop` with the end of its
 * output.
 */
export function run(command, args, { cwd = ROOT, env = {}, show = verbose, timeoutMs = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let output = '';
    const keep = (stream) => (chunk) => {
      if (show) stream.write(chunk);
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', (error) => reject(new Stop(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const tail = show ? '' : `\n${output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')}`;
      const how = signal ? `was ended (${signal})` : `failed (exit ${code})`;
      reject(new Stop(`${[command, ...args].join(' ')} ${how}.${tail}`));
    });
  });
}

/** What a program prints, or null when it is not there or fails. */
export function ask(command, args, { cwd = ROOT, env = {} } = {}) {
  const made = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  return made.status === 0 ? made.stdout.trim() : null;
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The full path of the first of these programs that is on PATH, or null. */
export function which(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder !== '' && executable(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

export { executable };
