/**
 * A run of the scripts as a list of named steps, each with its duration, and
 * one sentence at the end. A step may be skipped when what it depends on has
 * not changed since it last succeeded.
 */
import { unchanged, remember } from './cache.mjs';
import { Stop } from './proc.mjs';

const began = performance.now();
let done = 0;
let reused = 0;

/** A duration as people read it. */
export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/**
 * Runs one step. With `inputs` (paths and texts) it is skipped when they, and
 * its `outputs`, are as they were when it last succeeded.
 */
export async function step(name, work, { inputs = null, texts = [], outputs = [] } = {}) {
  const start = performance.now();
  const key = inputs === null ? null : unchanged(name, inputs, texts, outputs);
  if (key?.same) {
    reused += 1;
    console.log(`  =  ${name}: unchanged`);
    return undefined;
  }
  console.log(`  .  ${name} ...`);
  try {
    const result = await work();
    if (key) remember(name, key.hash);
    done += 1;
    const note = typeof result === 'string' && result !== '' ? ` (${result})` : '';
    console.log(`  +  ${name}: ${duration(performance.now() - start)}${note}`);
    return result;
  } catch (error) {
    console.log(`  !  ${name}: failed after ${duration(performance.now() - start)}`);
    if (error instanceof Stop) error.step = name;
    throw error;
  }
}

/** Runs a whole script: its steps, then a sentence on how it ended, which `work` may bring. */
export async function main(success, work) {
  try {
    const said = await work();
    const counts = reused > 0 ? `${done} steps run, ${reused} unchanged` : `${done} steps`;
    console.log(`\n${said ?? success} (${counts}, ${duration(performance.now() - began)})`);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    console.error(`\nStopped${error.step ? ` at "${error.step}"` : ''} after ${duration(performance.now() - began)}.`);
    process.exitCode = 1;
  }
}
