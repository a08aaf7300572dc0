/**
 * The whole picture in small, with the part in sight as a frame. Very wide or
 * high pictures are squeezed, so that there is something to see and to drag.
 */
import type { Palette } from '../ui/palette';
import { styleOf, type Run, type Styles } from './paint';
import type { Scene } from './scene';
import { boxIn, type Pose } from './sheet';
import { faceState } from './stack';

export interface Plan {
  /** The map in CSS pixels. */
  width: number;
  height: number;
  /** Pixels of the map for one of the picture. */
  scaleX: number;
  scaleY: number;
}

export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

const MOST_WIDTH_PX = 168;
const MOST_HEIGHT_PX = 112;
const LEAST_PX = 36;
/** A frame smaller than this could not be grasped. */
const LEAST_FRAME_PX = 8;
/** More lines than this are left out: they would be one grey. */
const MOST_LINES = 1_500;
/** How much of a picture must be out of sight for a map to be of use. */
const SEEN_SHARE = 0.97;

/** The size of the map of a picture. */
export function planOf(scene: Pick<Scene, 'width' | 'height'>): Plan {
  const [wide, high] = [Math.max(1, scene.width), Math.max(1, scene.height)];
  const k = Math.min(MOST_WIDTH_PX / wide, MOST_HEIGHT_PX / high);
  const [width, height] = [Math.max(LEAST_PX, wide * k), Math.max(LEAST_PX, high * k)];
  return { width, height, scaleX: width / wide, scaleY: height / high };
}

/** Whether a part of the picture is out of sight. */
export function isPartial(scene: Pick<Scene, 'width' | 'height'>, pose: Pose, width: number, height: number): boolean {
  if (scene.width <= 0 || scene.height <= 0 || width <= 0 || height <= 0) return false;
  const box = boxIn(pose, width, height);
  const share = (from: number, to: number, length: number): number => Math.max(0, Math.min(to, length) - Math.max(0, from)) / length;
  return share(box.x0, box.x1, scene.width) * share(box.y0, box.y1, scene.height) < SEEN_SHARE;
}

/** Where the part in sight lies on the map; never beyond its border. */
export function frameOf(plan: Plan, pose: Pose, width: number, height: number): Part {
  const box = boxIn(pose, width, height);
  const along = (from: number, to: number, length: number): [number, number] => {
    const size = Math.min(length, Math.max(LEAST_FRAME_PX, Math.min(to, length) - Math.max(from, 0)));
    return [Math.max(0, Math.min(from, length - size)), size];
  };
  const [left, wide] = along(box.x0 * plan.scaleX, box.x1 * plan.scaleX, plan.width);
  const [top, high] = along(box.y0 * plan.scaleY, box.y1 * plan.scaleY, plan.height);
  return { left, top, width: wide, height: high };
}

/** Paints the map: a spot for each shape in the colour of its state, and lines where there are few. */
export function paintMap(context: CanvasRenderingContext2D, scene: Scene, plan: Plan, styles: Styles, run: Run, ratio: number): void {
  const palette: Palette = styles.palette;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, plan.width, plan.height);
  if (scene.edges.length <= MOST_LINES) {
    context.strokeStyle = styles.line;
    context.globalAlpha = 0.5;
    context.lineWidth = 0.6;
    context.beginPath();
    for (const { curve } of scene.edges) {
      context.moveTo((curve[0] ?? 0) * plan.scaleX, (curve[1] ?? 0) * plan.scaleY);
      context.lineTo((curve[curve.length - 2] ?? 0) * plan.scaleX, (curve[curve.length - 1] ?? 0) * plan.scaleY);
    }
    context.stroke();
    context.globalAlpha = 1;
  }
  for (const node of scene.nodes) {
    const tally = node.kind === 'stack' ? run.tallies?.get(node.task) : undefined;
    const style = tally ? styles.shapes[faceState(tally) ?? 'still'] : styleOf(styles, node, run);
    const [w, h] = [Math.max(1, node.width * plan.scaleX), Math.max(1, node.height * plan.scaleY)];
    context.fillStyle = style.fill === palette.surface ? style.stroke : style.fill;
    context.fillRect(node.x * plan.scaleX - w / 2, node.y * plan.scaleY - h / 2, w, h);
  }
}
