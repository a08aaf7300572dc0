/**
 * What the overview's worker is asked and answers. Tasks cross as lists, one
 * entry a task: the browser copies a few large lists at once, but thousands of
 * objects one by one.
 */
import type { Direction, GraphData, Picture, TaskKind } from '../engine/types';

export interface Work {
  source: string;
  isDict: boolean;
  direction: Direction;
  keys: string[];
  prefixes: string[];
  kinds: Uint8Array;
  lines: Uint32Array;
  /** Of task `i`, from `ends[i - 1]` to `ends[i]`. */
  deps: Uint32Array;
  ends: Uint32Array;
}

export interface Request {
  id: number;
  glueUrl: string;
  work: Work;
}

export type Reply = { id: number; text: string } | { id: number; reason: string };

/** The glue of the module, as it lies beside the page. */
export interface OverviewGlue {
  default(): Promise<unknown>;
  /** An `Overview` as JSON text. */
  overview(
    source: string,
    isDict: boolean,
    direction: string,
    keys: string[],
    prefixes: string[],
    kinds: Uint8Array,
    lines: Uint32Array,
    deps: Uint32Array,
    ends: Uint32Array,
  ): string;
}

const CODES: Record<TaskKind, number> = { task: 0, data: 1, alias: 2 };

/** The tasks of a graph as lists. */
function listsOf(graph: GraphData): Omit<Work, 'source' | 'isDict' | 'direction'> {
  const { tasks } = graph;
  let end = 0;
  return {
    keys: tasks.map((task) => task.key),
    prefixes: tasks.map((task) => task.prefix),
    kinds: Uint8Array.from(tasks, (task) => CODES[task.kind]),
    lines: Uint32Array.from(tasks, (task) => task.line),
    deps: Uint32Array.from(tasks.flatMap((task) => task.deps)),
    ends: Uint32Array.from(tasks, (task) => (end += task.deps.length)),
  };
}

/** What is to be drawn of a picture that `source` made. */
export function workOf(picture: Picture, source: string, direction: Direction): Work {
  return { source, isDict: picture.call === 'get', direction, ...listsOf(picture.graph) };
}
