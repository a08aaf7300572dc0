/**
 * Sheets: bitmaps of a part of a picture, painted a slice at a time, and laid
 * under the pane in any pose afterwards.
 */
import type { Box, Grid } from './grid';
import { isLit, type Marks } from './marks';
import { paintEdges, paintNodes, type Brush, type Run, type Styles } from './paint';
import type { Scene, SceneEdge, SceneNode } from './scene';

/** How the picture lies in a pane or bitmap: a pixel of it is `k` pixels there. */
export interface Pose {
  x: number;
  y: number;
  k: number;
}

/** What a sheet shows; another object for every change. */
export interface Content {
  scene: Scene;
  grid: Grid;
  run: Run;
  /** What stays pointed out: a path or the hits of a search. */
  marks: Marks | null;
  styles: Styles;
}

export interface Sheet {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  content: Content | null;
  /** How the picture lies in the bitmap, in CSS pixels. */
  pose: Pose;
  width: number;
  height: number;
  /** Pixels of the bitmap for each CSS pixel. */
  ratio: number;
}

/** A sheet that is being painted. */
export interface Job {
  sheet: Sheet;
  content: Content;
  edges: SceneEdge[];
  nodes: SceneNode[];
  edgesDone: number;
  nodesDone: number;
}

/** How faint what steps back is. */
export const FAINT = 0.2;

/** A sheet without anything on it; `null` where the browser has no memory for another canvas. */
export function newSheet(): Sheet | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  return context && { canvas, context, content: null, pose: { x: 0, y: 0, k: 1 }, width: 0, height: 0, ratio: 1 };
}

/** The part of the picture that a pane or bitmap of this size shows. */
export function boxIn(pose: Pose, width: number, height: number): Box {
  return { x0: -pose.x / pose.k, y0: -pose.y / pose.k, x1: (width - pose.x) / pose.k, y1: (height - pose.y) / pose.k };
}

/** Gives a canvas as many pixels as the screen has for it. */
export function fit(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, high] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}

/** Turns the context to the pixels of the picture. */
export function brushFor(context: CanvasRenderingContext2D, styles: Styles, pose: Pose, ratio: number): Brush {
  context.setTransform(ratio * pose.k, 0, 0, ratio * pose.k, ratio * pose.x, ratio * pose.y);
  return { context, styles, scale: pose.k };
}

function pick<T>(things: T[], indices: readonly number[]): T[] {
  if (indices.length === things.length) return things;
  const picked: T[] = [];
  for (const index of indices) {
    const thing = things[index];
    if (thing !== undefined) picked.push(thing);
  }
  return picked;
}

/** Empties a sheet for this place and gathers what belongs on it. */
export function newJob(sheet: Sheet, content: Content, pose: Pose, width: number, height: number, ratio: number): Job {
  fit(sheet.canvas, width, height, ratio);
  sheet.context.setTransform(1, 0, 0, 1, 0, 0);
  sheet.context.clearRect(0, 0, sheet.canvas.width, sheet.canvas.height);
  Object.assign(sheet, { content, pose, width, height, ratio });
  const box = boxIn(pose, width, height);
  const { scene, grid } = content;
  return { sheet, content, edges: pick(scene.edges, grid.edgesIn(box)), nodes: pick(scene.nodes, grid.nodesIn(box)), edgesDone: 0, nodesDone: 0 };
}

/** Paints the next `many` lines and shapes; true when the sheet is finished. */
export function workOn(job: Job, many: number): boolean {
  const { sheet, content } = job;
  const { marks, run, styles } = content;
  const brush = brushFor(sheet.context, styles, sheet.pose, sheet.ratio);
  const edges = job.edges.slice(job.edgesDone, job.edgesDone + many);
  const nodes = job.nodes.slice(job.nodesDone, job.nodesDone + Math.max(0, many - edges.length));
  job.edgesDone += edges.length;
  job.nodesDone += nodes.length;
  paintMarkedEdges(brush, edges, marks);
  paintMarkedNodes(brush, nodes, marks, run);
  return job.edgesDone >= job.edges.length && job.nodesDone >= job.nodes.length;
}

/** Whether a sheet shows all that the pane shows in this pose. */
export function reaches(sheet: Sheet, pose: Pose, width: number, height: number): boolean {
  const shown = boxIn(pose, width, height);
  const painted = boxIn(sheet.pose, sheet.width, sheet.height);
  return painted.x0 <= shown.x0 && painted.y0 <= shown.y0 && painted.x1 >= shown.x1 && painted.y1 >= shown.y1;
}

/** Draws a sheet as it lies when the picture has this pose; `alone` first empties what is under it. */
export function lay(context: CanvasRenderingContext2D, sheet: Sheet, pose: Pose, ratio: number, alone = false): void {
  const s = pose.k / sheet.pose.k;
  const [x, y] = [ratio * (pose.x - s * sheet.pose.x), ratio * (pose.y - s * sheet.pose.y)];
  const [width, height] = [(sheet.canvas.width * s * ratio) / sheet.ratio, (sheet.canvas.height * s * ratio) / sheet.ratio];
  if (alone) context.clearRect(x, y, width, height);
  context.drawImage(sheet.canvas, x, y, width, height);
}

/** Lines, of which those that are not pointed out step back. */
export function paintMarkedEdges(brush: Brush, edges: readonly SceneEdge[], marks: Marks | null): void {
  if (!marks) return paintEdges(brush, edges, 'plain');
  const lit = (edge: SceneEdge): boolean => isLit(marks, edge.fromTask, edge.toTask);
  brush.context.globalAlpha = FAINT;
  paintEdges(brush, edges.filter((edge) => !lit(edge)), 'plain');
  brush.context.globalAlpha = 1;
  paintEdges(brush, edges.filter(lit), 'lit');
}

/** Shapes, of which those that are not pointed out step back. */
export function paintMarkedNodes(brush: Brush, nodes: readonly SceneNode[], marks: Marks | null, run: Run): void {
  if (!marks) return paintNodes(brush, nodes, run);
  brush.context.globalAlpha = FAINT;
  paintNodes(brush, nodes.filter((node) => !marks.out.has(node.task)), run);
  brush.context.globalAlpha = 1;
  paintNodes(brush, nodes.filter((node) => marks.out.has(node.task)), run);
}
