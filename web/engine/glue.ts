/**
 * Loads the engine's JavaScript glue by URL, as a plain file beside the
 * bundle, and checks that it offers what the page relies on. What the engine
 * tells is text here: the JSON of the type that each line names.
 */
import type { Look, RunOptions } from './types';

/** Files that a picture can be written to. */
export type PictureFormat = 'svg' | 'svg-dark' | 'dot';

export interface Glue {
  default(input: { module_or_path: WebAssembly.Module }): Promise<{ memory: WebAssembly.Memory }>;
  initThreadPool(threads: number): Promise<unknown>;
  /**
   * A `PackedPreview`. `answers` are the lines that were typed in the last run; the picture called `picked`, or else the
   * one that the preview shows, has a layout, moved little from the last one unless the program is a `fresh` one.
   */
  preview(source: string, answers: string[], look: Look, picked: string | null, fresh: boolean): string;
  /** The `PackedLayout` of a `GraphData`, moved little from the last one of that name. */
  draw(name: string, graph: string, look: Look): string;
  /** A `Picture` as the text of a file. */
  writePicture(picture: string, look: Look, format: PictureFormat): string;
  /**
   * A `RunResult`; `emit` gets `RunEvent`s. `ask` returns a line, `null` for the end of all lines, or `undefined` when
   * it cannot wait: then there is no result yet, and `answer` goes on.
   */
  run(source: string, options: RunOptions, emit: (event: string) => void, ask: () => string | null | undefined): string | undefined;
  answer(line: string | null): string | undefined;
  interrupt_address(): number;
}

const REQUIRED = ['default', 'initThreadPool', 'preview', 'draw', 'writePicture', 'run', 'answer', 'interrupt_address'] as const;

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
