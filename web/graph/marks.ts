/**
 * What of a picture is pointed out, and what steps back for it: the shape under
 * the pointer with its kin, the longest path, the hits of a search. Everything
 * is told by the task that a shape stands for; a stack stands for its first.
 */
import type { Scene } from './scene';

/** Several things can be pointed out at a time; the first of them decides what steps back. */
export interface Pointed {
  path?: readonly number[] | null;
  hovered?: number | null;
  hits?: readonly number[] | null;
}

export interface Marks {
  /** Tasks of the shapes that stand out. */
  out: ReadonlySet<number>;
  /** The one that all lines in question begin or end at; else both ends must stand out. */
  centre: number | null;
  /** Whether lines are pointed out at all. */
  lines: boolean;
}

/** The task by which the shape that shows `task` is known. */
export function shownTask(scene: Scene, task: number): number {
  return scene.nodes[scene.shapeOf[task] ?? -1]?.task ?? task;
}

const shownTasks = (scene: Scene, tasks: readonly number[]): Set<number> => new Set(tasks.map((task) => shownTask(scene, task)));

/** The tasks at the other ends of the lines of a shape, and its own. */
function kinIn(scene: Scene, task: number): Set<number> {
  const kin = new Set([task]);
  for (const { fromTask, toTask } of scene.edges) {
    if (fromTask === task) kin.add(toTask);
    else if (toTask === task) kin.add(fromTask);
  }
  return kin;
}

/** What to point out; `null` when everything looks alike. */
export function marksOf(scene: Scene, { path, hovered, hits }: Pointed): Marks | null {
  if (path) return { out: shownTasks(scene, path), centre: null, lines: true };
  if (hovered !== null && hovered !== undefined) {
    const centre = shownTask(scene, hovered);
    return { out: kinIn(scene, centre), centre, lines: true };
  }
  if (hits && hits.length > 0) return { out: shownTasks(scene, hits), centre: null, lines: false };
  return null;
}

/** Whether a shape stands out, or everything looks alike. */
export function standsOut(marks: Marks | null, task: number): boolean {
  return marks === null || marks.out.has(task);
}

/** Whether a line is pointed out. */
export function isLit(marks: Marks | null, from: number, to: number): boolean {
  if (!marks?.lines) return false;
  if (marks.centre !== null) return from === marks.centre || to === marks.centre;
  return marks.out.has(from) && marks.out.has(to);
}
