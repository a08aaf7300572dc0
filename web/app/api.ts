/**
 * `window.taskyard`: what tests and host pages may do. Promises and plain data
 * only; the same verbs as the messages of an embed.
 */
import type { Picture, RunOptions, RunResult } from '../engine/types';
import type { Mode, Outcome, Store } from './store.svelte';

export interface Api {
  /** Puts a whole program into the editor. */
  setSource(text: string): Promise<void>;
  source(): string;
  /** Runs the program; resolves with the result when it ended. */
  run(options?: Partial<RunOptions>): Promise<RunResult>;
  /** Stops the run, if one goes on; resolves when it has ended. */
  stop(): Promise<void>;
  /** The question of a run that waits for a line; `null` when it does not. */
  asks(): string | null;
  /** Types a line for it. */
  input(line: string): Promise<void>;
  /** The picture that is shown. */
  graph(): Picture | null;
  /** The last run: its result, its trace and what it printed. */
  result(): Outcome;
  mode(): Mode;
  /** Resolves when nothing loads, draws or runs. */
  whenIdle(): Promise<void>;
}

declare global {
  interface Window {
    taskyard: Api;
  }
}

export function createApi(store: Store): Api {
  return {
    setSource: async (text) => store.replace(text),
    source: () => store.source,
    run: (options) => store.run(options),
    stop: () => store.stopped(),
    asks: () => (store.asking ? store.prompt : null),
    input: async (line) => store.answer([line]),
    graph: () => store.picture(),
    result: () => store.outcome(),
    mode: () => store.mode,
    whenIdle: () => store.whenIdle(),
  };
}
