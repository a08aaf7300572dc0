/**
 * The geometry of a stack, around its own middle: a face with the label, the
 * edges of the sheets behind it, and a bar that tells how its tasks are doing.
 *
 *       +-----------+
 *      +-----------+|
 *     +-----------+|+
 *     | inc × 640 |+
 *     |  ====---  |
 *     +-----------+
 */
import type { TaskState } from '../app/record';
import type { SceneNode } from './scene';
import type { Tally } from './states';

/** How far the sheets behind the face are moved, up and to the right; the hindmost first. */
export const SHEETS = [7, 3.5] as const;
const DEEP_PX = SHEETS[0];
const BAR_PX = 4;
const BAR_INSET_PX = 7;
/** Free space between the bar and the lower border. */
const BAR_FOOT_PX = 3.5;

/** The face as a shape of its own; x and y count from the middle of the stack. */
export function faceOf(node: SceneNode): SceneNode {
  return { ...node, x: -DEEP_PX / 2, y: DEEP_PX / 2, width: node.width - DEEP_PX, height: node.height - DEEP_PX };
}

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the bar lies beneath the label. */
export function barOf(face: Pick<SceneNode, 'x' | 'y' | 'width' | 'height'>): Bar {
  const width = Math.max(0, face.width - 2 * BAR_INSET_PX);
  return { x: face.x - width / 2, y: face.y + face.height / 2 - BAR_FOOT_PX - BAR_PX, width, height: BAR_PX };
}

/** The state the face shows: that of all tasks where they agree, and a failure in any case. */
export function faceState(tally: Tally): TaskState | null {
  if (tally.all) return tally.all;
  return (tally.counts[5] ?? 0) > 0 ? 'failed' : null;
}
