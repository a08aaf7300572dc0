/** The way into an error: who called whom, short enough to read at a glance. */
import type { Frame } from '../engine/types';

/** Frames shown at each end of a long chain. */
const ENDS = 2;

export type Link = { frame: Frame } | { left: number };

/** The frames of an error, outermost first; the middle of a long chain is only counted. */
export function chainOf(frames: Frame[]): Link[] {
  const links = frames.map((frame) => ({ frame }));
  const left = frames.length - 2 * ENDS;
  if (left <= 1) return links;
  return [...links.slice(0, ENDS), { left }, ...links.slice(-ENDS)];
}

/** What a frame is called: the program itself has no name. */
export function nameOf(frame: Frame): string {
  return frame.function === '<module>' ? 'program' : frame.function;
}
