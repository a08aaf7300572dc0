/**
 * What of an overview is not in its data: which box is next, how a line and a
 * box are described. Pure functions.
 */
import { tallyWords } from '../graph/scene';
import type { Tally } from '../graph/states';
import type { LayerBox, Overview } from './types';

/** Below this many dependencies a line is as thin as any; it gets wider with each tenfold. */
const WIDER_PX = 0.9;
const THIN_PX = 1.25;

/** The width of a line that stands for `count` dependencies. */
export function lineWidth(count: number): number {
  return THIN_PX + WIDER_PX * Math.log10(Math.max(1, count));
}

/** Frames around each frame, which decide how deep it is tinted. */
export function depths(overview: Overview): number[] {
  const depth: number[] = [];
  for (const { frame } of overview.frames) {
    depth.push(frame === null || frame === undefined ? 0 : (depth[frame] ?? 0) + 1);
  }
  return depth;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** One sentence on a box. */
export function describeBox(overview: Overview, place: number, tally: Tally | null): string {
  const box = overview.boxes[place];
  if (!box) return '';
  const names = (boxes: number[]): string => boxes.map((at) => overview.boxes[at]?.label ?? '').join(', ');
  const needs = overview.lines.filter((line) => line.to === place).map((line) => line.from);
  const users = overview.lines.filter((line) => line.from === place).map((line) => line.to);
  const parts = [`${box.label}: ${plural(box.tasks.length, 'task')}`];
  if (box.firstLine > 0) parts.push(box.firstLine === box.lastLine ? `line ${box.firstLine}` : `lines ${box.firstLine} to ${box.lastLine}`);
  if (tally) parts.push(...tallyWords(tally));
  parts.push(needs.length > 0 ? `needs ${names(needs)}` : 'needs nothing');
  if (users.length > 0) parts.push(`needed by ${names(users)}`);
  return parts.join('; ');
}

/** Where an arrow key leads: x and y of a step. */
export const STEPS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
/** How much worse it is to go aside than to go on. */
const ASIDE = 2;

/** The nearest box in a direction; from nowhere (-1), the box that is farthest against it. */
export function nextBox(overview: Overview, from: number, [dx, dy]: [number, number]): LayerBox | null {
  const here = overview.boxes[from];
  const costOf = (box: LayerBox): number => {
    if (!here) return box.x * dx + box.y * dy;
    const along = (box.x - here.x) * dx + (box.y - here.y) * dy;
    const aside = Math.abs((box.x - here.x) * dy) + Math.abs((box.y - here.y) * dx);
    return along > 1 ? along + ASIDE * aside : Infinity;
  };
  let best: LayerBox | null = null;
  let least = Infinity;
  for (const box of overview.boxes) {
    const cost = costOf(box);
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}
