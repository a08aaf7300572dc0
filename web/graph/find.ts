/** Finding tasks by a part of their key. */
import type { GraphData } from '../engine/types';

/** Hits that are kept; all of them are counted. */
export const MAX_HITS = 5_000;

export interface Found {
  /** Tasks in the order of the program, those whose key or prefix begins with the text first. */
  hits: number[];
  /** How many there are, kept or not. */
  count: number;
}

/** A search that stands open, and which hit it is on. */
export interface Search {
  text: string;
  at: number;
}

const NOTHING: Found = { hits: [], count: 0 };

/** Tasks whose key has `text` in it, in any case of letters. No text finds nothing. */
export function findTasks(graph: Pick<GraphData, 'tasks'> | null, text: string): Found {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || !graph) return NOTHING;
  const [first, then]: [number[], number[]] = [[], []];
  for (const { id, key } of graph.tasks) {
    const at = key.toLowerCase().indexOf(wanted);
    if (at >= 0) (at === 0 ? first : then).push(id);
  }
  return { hits: [...first, ...then].slice(0, MAX_HITS), count: first.length + then.length };
}

/** The hit after (1) or before (-1) the one at `at`; behind the last comes the first. */
export function nextHit(found: Found, at: number, step: 1 | -1): number {
  const { length } = found.hits;
  return length === 0 ? 0 : (at + step + length) % length;
}
