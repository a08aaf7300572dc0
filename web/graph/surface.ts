/**
 * The canvas of a large picture. A frame never paints more than it has time
 * for. What lies in sight is painted at once where it is little; else a sheet
 * (a bitmap somewhat larger than the pane) is painted a slice at a time, while
 * the last sheet, moved and scaled, stands in for it:
 *
 *     +-----------------+  sheet, as it was painted
 *     |   +---------+   |
 *     |   |  pane   |~~~|~~~ beyond it the whole picture in coarse
 *     |   +---------+   |
 *     +-----------------+
 *
 * What is pointed out is painted over the sheet, which then steps back as a
 * whole, so that pointing costs the same in a picture of any size.
 */
import type { Box } from './grid';
import { isLit, standsOut, type Marks } from './marks';
import { paintEdges, paintFrame, paintNodes, paintRunning } from './paint';
import type { Scene, SceneEdge, SceneNode } from './scene';
import { boxIn, brushFor, FAINT, fit, lay, newJob, newSheet, paintMarkedEdges, paintMarkedNodes, reaches, workOn, type Content, type Job, type Pose, type Sheet } from './sheet';
import { shownState, stateOf } from './states';
import { eased, Tween } from './tween';

/** What is shown over a sheet, and how the sheet lies. */
export interface View {
  content: Content;
  /** What the pointer points out. */
  over: Marks | null;
  /** Framed shapes: that of the keyboard, that of the search. */
  frames: Array<{ node: SceneNode; colour: string; widthPx: number; awayPx: number }>;
  pose: Pose;
  /** The pane in CSS pixels, and how many pixels of the screen each of them is. */
  width: number;
  height: number;
  ratio: number;
  /** Nothing moves by itself. */
  still: boolean;
}

/** So many shapes and lines are painted within a frame, and so many in each while the picture moves. */
const DIRECT = 1_500;
const DIRECT_MOVING = 700;
/** Up to so many glide to their new places. */
const MOST_GLIDING = 1_600;
const GLIDE_MS = 220;
/** A sheet reaches beyond the pane on each side, by this share of it. */
const MARGIN = 0.2;
/** Shapes and lines painted in one slice: to begin with, at least, at most. */
const SLICE = 1_200;
const LEAST_SLICE = 200;
const MOST_SLICE = 6_000;
/** And at most while the picture moves, when a late frame is seen. */
const MOST_MOVING = 1_500;
/** A frame longer than this was too full; one shorter has room to spare. */
const LONG_FRAME_MS = 21;
const SHORT_FRAME_MS = 18;
/** Most pixels of the coarse picture of everything, and most along a side. */
const COARSE_PX = 1_500_000;
const COARSE_SIDE_PX = 4_096;
const STRIPES_PX_PER_S = 24;

const samePose = (a: Pose, b: Pose): boolean => a.x === b.x && a.y === b.y && a.k === b.k;

function blendPose(from: Pose, to: Pose, t: number): Pose {
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t, k: from.k + (to.k - from.k) * t };
}

export class Surface {
  #context: CanvasRenderingContext2D | null;
  #canvas: HTMLCanvasElement;
  #view: View | null = null;
  /** What is on the screen or will be with the next frame. */
  #front: Sheet | null = newSheet();
  #back: Sheet | null = newSheet();
  #coarse: Sheet | null = null;
  #job: Job | null = null;
  #coarseJob: Job | null = null;
  #slice = SLICE;
  #lastMs = 0;
  /** Where the picture lay in the last frame, and whether it lies elsewhere now. */
  #lastPose: Pose | null = null;
  #moving = false;
  #change: { tween: Tween; content: Content; fromMs: number } | null = null;
  #glide: { from: Pose; fromMs: number } | null = null;
  /** What the pointer points out, gathered once for each change of it. */
  #over: { marks: Marks; content: Content; nodes: SceneNode[]; edges: SceneEdge[] } | null = null;
  #running: { content: Content; nodes: SceneNode[] } | null = null;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** What to show from the next frame on. With `glide` the page moves the picture, not the reader. */
  show(view: View, glide: boolean, nowMs: number): void {
    const before = this.#view;
    this.#view = view;
    if (!before) return;
    const [old, next] = [before.content.scene, view.content.scene];
    const changed = old !== next;
    const few = Math.max(size(old), size(next)) <= MOST_GLIDING;
    if (changed) this.#change = few ? { tween: new Tween(old, next), content: view.content, fromMs: nowMs } : null;
    const moved = !samePose(before.pose, view.pose);
    if (moved && !glide) this.#glide = null;
    if (moved && glide) this.#glide = view.still || (changed && !few) ? null : { from: this.#poseAt(before, nowMs), fromMs: nowMs };
  }

  /** Paints a frame; true when another one should follow. */
  paint(nowMs: number): boolean {
    const [view, context] = [this.#view, this.#context];
    if (!view || !context || view.width <= 0 || view.height <= 0) return false;
    this.#adapt(nowMs);
    fit(this.#canvas, view.width, view.height, view.ratio);
    const pose = this.#poseAt(view, nowMs);
    this.#moving = this.#lastPose !== null && !samePose(this.#lastPose, pose);
    this.#lastPose = pose;
    if (this.#glide && nowMs - this.#glide.fromMs >= GLIDE_MS) this.#glide = null;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    if (this.#change && nowMs - this.#change.fromMs >= GLIDE_MS) this.#change = null;
    if (this.#change) {
      this.#paintChange(view, pose, this.#change, nowMs);
      return true;
    }
    const painting = this.#bringSheet(view, pose);
    this.#lay(view, pose);
    const striped = this.#paintOver(view, pose, nowMs);
    return painting || this.#glide !== null || (striped && !view.still);
  }

  #poseAt(view: View, nowMs: number): Pose {
    return this.#glide ? blendPose(this.#glide.from, view.pose, eased((nowMs - this.#glide.fromMs) / GLIDE_MS)) : view.pose;
  }

  /** More in a slice while frames are short, less when they are long. */
  #adapt(nowMs: number): void {
    const took = nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    if (took > LONG_FRAME_MS) this.#slice = Math.max(LEAST_SLICE, this.#slice * 0.7);
    else if (took < SHORT_FRAME_MS) this.#slice = Math.min(MOST_SLICE, this.#slice * 1.1);
  }

  // ---- sheets ----

  /** Sees to it that the front sheet shows what it should, soon; true while it does not yet. */
  #bringSheet(view: View, pose: Pose): boolean {
    const { content, width, height, ratio } = view;
    const front = this.#front;
    if (!front) return false;
    const settled = front.content === content && front.ratio === ratio && this.#lies(front, pose, view);
    if (settled && !this.#job) return this.#bringCoarse(view);
    if (!settled && content.grid.load(boxIn(pose, width, height)) <= (this.#moving ? DIRECT_MOVING : DIRECT)) {
      this.#job = null;
      const job = newJob(front, content, pose, width, height, ratio);
      workOn(job, Infinity);
      return false;
    }
    // A sheet of another scene is of no use any more; one of an earlier moment or place is finished first.
    if (this.#job?.content.scene !== content.scene) this.#job = null;
    if (!this.#job && this.#back) {
      const [more, higher] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
      const shifted = { x: pose.x + more, y: pose.y + higher, k: pose.k };
      this.#job = newJob(this.#back, content, shifted, width + 2 * more, height + 2 * higher, ratio);
    }
    if (this.#job && this.#work(this.#job)) {
      this.#back = front;
      this.#front = this.#job.sheet;
      this.#job = null;
    }
    return true;
  }

  /** Whether a sheet was painted for this place, so that it is sharp, and covers the pane. */
  #lies(sheet: Sheet, pose: Pose, { width, height }: View): boolean {
    const [x, y] = [pose.x - sheet.pose.x, pose.y - sheet.pose.y];
    return sheet.pose.k === pose.k && x <= 0 && y <= 0 && x + sheet.width >= width && y + sheet.height >= height;
  }

  /** The whole picture in coarse, painted when there is nothing else to do. */
  #bringCoarse(view: View): boolean {
    const { content } = view;
    const { scene } = content;
    if (size(scene) <= DIRECT || this.#coarse?.content === content) return false;
    if (this.#coarseJob?.content !== content) {
      const sheet = this.#coarseJob?.sheet ?? newSheet();
      if (!sheet) return false;
      const [wide, high] = [Math.max(1, scene.width), Math.max(1, scene.height)];
      const k = Math.min(COARSE_SIDE_PX / wide, COARSE_SIDE_PX / high, Math.sqrt(COARSE_PX / (wide * high)), 1);
      this.#coarseJob = newJob(sheet, content, { x: 0, y: 0, k }, Math.ceil(wide * k), Math.ceil(high * k), 1);
    }
    if (this.#work(this.#coarseJob)) {
      this.#coarse = this.#coarseJob.sheet;
      this.#coarseJob = null;
    }
    return true;
  }

  /** Goes on with a sheet for one slice; true when it is finished. */
  #work(job: Job): boolean {
    const finished = workOn(job, Math.round(this.#moving ? Math.min(this.#slice, MOST_MOVING) : this.#slice));
    // Browsers may put off what is painted on a bitmap until it is looked at: then the last slice would pay for all.
    this.#context?.drawImage(job.sheet.canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    return finished;
  }

  /** Lays the sheets under the pane: the coarse one where the front one does not reach. */
  #lay(view: View, pose: Pose): void {
    const [front, context] = [this.#front, this.#context];
    if (!front?.content || !context) return;
    const { scene } = view.content;
    const faint = view.over && !view.content.marks ? FAINT : 1;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = faint;
    // The sheet of another scene stays where it was until the new one is there.
    if (front.content.scene !== scene) {
      lay(context, front, front.pose, view.ratio);
      return;
    }
    const beyond = !reaches(front, pose, view.width, view.height);
    if (beyond && this.#coarse?.content?.scene === scene) lay(context, this.#coarse, pose, view.ratio);
    lay(context, front, pose, view.ratio, beyond);
    context.globalAlpha = 1;
  }

  // ---- what lies over the sheets ----

  /** Paints what is pointed out, what runs and the frames; true when stripes move. */
  #paintOver(view: View, pose: Pose, nowMs: number): boolean {
    const { content, over, ratio } = view;
    const context = this.#context;
    if (!context) return false;
    const brush = brushFor(context, content.styles, pose, ratio);
    const box = boxIn(pose, view.width, view.height);
    context.globalAlpha = 1;
    if (over && !(content.marks?.lines ?? false)) {
      const { nodes, edges } = this.#gathered(content, over);
      paintEdges(brush, edges.filter((edge) => meets(edge, box)), 'lit');
      paintNodes(brush, nodes.filter((node) => touches(node, box)), content.run);
    }
    const marks = over ?? content.marks;
    const running = this.#runningIn(content).filter((node) => touches(node, box));
    for (const node of running) {
      context.globalAlpha = standsOut(marks, node.task) ? 1 : FAINT;
      paintRunning(brush, [node], view.still ? 0 : (nowMs / 1_000) * STRIPES_PX_PER_S, content.run.valueOf);
    }
    context.globalAlpha = 1;
    for (const { node, colour, widthPx, awayPx } of view.frames) paintFrame(brush, node, colour, widthPx, awayPx);
    return running.length > 0;
  }

  #gathered(content: Content, marks: Marks): { nodes: SceneNode[]; edges: SceneEdge[] } {
    if (this.#over?.marks !== marks || this.#over.content !== content) {
      const { nodes, edges } = content.scene;
      this.#over = {
        marks,
        content,
        nodes: nodes.filter((node) => marks.out.has(node.task)),
        edges: edges.filter((edge) => isLit(marks, edge.fromTask, edge.toTask)),
      };
    }
    return this.#over;
  }

  #runningIn(content: Content): SceneNode[] {
    const { codes } = content.run;
    if (!codes) return [];
    if (this.#running?.content !== content) {
      const runs = (node: SceneNode): boolean => node.kind !== 'stack' && shownState(node, stateOf(codes[node.task] ?? 0)) === 'running';
      this.#running = { content, nodes: content.scene.nodes.filter(runs) };
    }
    return this.#running.nodes;
  }

  // ---- from scene to scene ----

  #paintChange(view: View, pose: Pose, change: { tween: Tween; fromMs: number }, nowMs: number): void {
    const context = this.#context;
    if (!context) return;
    const t = eased((nowMs - change.fromMs) / GLIDE_MS);
    const { leaving, staying, fresh } = change.tween.at(t, view.still);
    const { marks, run, styles } = view.content;
    const brush = brushFor(context, styles, pose, view.ratio);
    const gone = Math.max(0, 1 - 2 * t);
    if (gone > 0) {
      context.globalAlpha = gone;
      paintEdges(brush, leaving.edges, 'plain');
      paintNodes(brush, leaving.nodes, { ...run, codes: null, tallies: null });
    }
    context.globalAlpha = t;
    paintEdges(brush, fresh.edges, 'plain');
    context.globalAlpha = 1;
    paintMarkedEdges(brush, staying.edges, marks);
    paintMarkedNodes(brush, staying.nodes, marks, run);
    context.globalAlpha = t;
    paintNodes(brush, fresh.nodes, run);
    context.globalAlpha = 1;
  }
}

function size(scene: Scene): number {
  return scene.nodes.length + scene.edges.length;
}

function touches(node: SceneNode, box: Box): boolean {
  const [w, h] = [node.width / 2, node.height / 2];
  return node.x + w >= box.x0 && node.x - w <= box.x1 && node.y + h >= box.y0 && node.y - h <= box.y1;
}

/** Whether a line may be seen in `box`: by its ends, between which it runs. */
function meets({ curve }: SceneEdge, box: Box): boolean {
  const last = curve.length - 2;
  const along = (a: number, b: number, from: number, to: number): boolean => Math.max(a, b) >= from && Math.min(a, b) <= to;
  return along(curve[1] ?? 0, curve[last + 1] ?? 0, box.y0, box.y1) || along(curve[0] ?? 0, curve[last] ?? 0, box.x0, box.x1);
}
