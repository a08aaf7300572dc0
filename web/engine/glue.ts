/**
 * Loads the engine's JavaScript glue by URL, as a plain file beside the
 * bundle, and checks that it offers what the page relies on.
 */
import type { Preview, RunEvent, RunOptions, RunResult } from './types';

export interface Glue {
  default(input: { module_or_path: WebAssembly.Module }): Promise<{ memory: WebAssembly.Memory }>;
  initThreadPool(threads: number): Promise<unknown>;
  preview(source: string): Preview;
  run(source: string, options: RunOptions, emit: (event: RunEvent) => void): RunResult;
  interrupt_address(): number;
}

const REQUIRED = ['default', 'initThreadPool', 'preview', 'run', 'interrupt_address'] as const;

function isGlue(value: unknown): value is Glue {
  return (
    typeof value === 'object' &&
    value !== null &&
    REQUIRED.every((name) => typeof Reflect.get(value, name) === 'function')
  );
}

export async function loadGlue(url: string): Promise<Glue> {
  const glue: unknown = await import(/* @vite-ignore */ url);
  if (!isGlue(glue)) throw new Error('The engine is of another version than this page.');
  return glue;
}
