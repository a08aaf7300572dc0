/**
 * An index of a scene: which shapes and lines lie in a rectangle, and which
 * shape lies at a point, without looking at all of them. The picture is cut
 * into cells, each with a list of what touches it:
 *
 *     +----+----+----+     the line a > b is in the
 *     | a--|-.  |    |     cells that it runs through,
 *     +----+--\-+----+     not in all of the rectangle
 *     |    |   `|--b |     around it
 *     +----+----+----+
 */
import type { Scene, SceneEdge, SceneNode } from './scene';

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Things per cell that are aimed at, and most cells along one side. */
const AIM = 6;
const MOST_CELLS = 128;
/** How much the place of the pointer may be beside a shape, in pixels of the picture. */
const SLACK_PX = 1;

/** Lists of one kind of thing for all cells, one behind the other. */
interface Lists {
  /** Where the list of each cell begins; one more than cells. */
  starts: Uint32Array;
  items: Uint32Array;
  /** The question for which each thing was last found, so that none is told twice. */
  found: Uint32Array;
}

export class Grid {
  #scene: Scene;
  #columns = 1;
  #rows = 1;
  /** Cells per pixel. */
  #perX = 1;
  #perY = 1;
  #nodes: Lists;
  #edges: Lists;
  #question = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
    const things = scene.nodes.length + scene.edges.length;
    const wide = Math.max(1, scene.width);
    const high = Math.max(1, scene.height);
    const side = Math.sqrt((wide * high * AIM) / Math.max(1, things));
    this.#columns = Math.max(1, Math.min(MOST_CELLS, Math.round(wide / side)));
    this.#rows = Math.max(1, Math.min(MOST_CELLS, Math.round(high / side)));
    this.#perX = this.#columns / wide;
    this.#perY = this.#rows / high;
    this.#nodes = this.#lists(scene.nodes, (node, visit) => this.#cells(boxOf(node), visit));
    this.#edges = this.#lists(scene.edges, (edge, visit) => this.#along(edge, visit));
  }

  /** Indices of the shapes that may be seen in `box`. */
  nodesIn(box: Box): number[] {
    return this.#in(this.#nodes, box);
  }

  /** Indices of the lines that may be seen in `box`. */
  edgesIn(box: Box): number[] {
    return this.#in(this.#edges, box);
  }

  /** About how many shapes and lines `nodesIn` and `edgesIn` tell, without telling them; rather too many. */
  load(box: Box): number {
    const [left, right] = [this.#column(box.x0), this.#column(box.x1)];
    let sum = 0;
    for (let row = this.#row(box.y0); row <= this.#row(box.y1); row += 1) {
      const first = row * this.#columns + left;
      const end = row * this.#columns + right + 1;
      for (const { starts } of [this.#nodes, this.#edges]) sum += (starts[end] ?? 0) - (starts[first] ?? 0);
    }
    return Math.min(sum, this.#scene.nodes.length + this.#scene.edges.length);
  }

  /** The index of the shape at a point of the picture, or -1. */
  nodeAt(x: number, y: number): number {
    const { starts, items } = this.#nodes;
    const cell = this.#row(y) * this.#columns + this.#column(x);
    for (let i = starts[cell] ?? 0; i < (starts[cell + 1] ?? 0); i += 1) {
      const index = items[i] ?? -1;
      const node = this.#scene.nodes[index];
      if (node && covers(node, x, y)) return index;
    }
    return -1;
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor(x * this.#perX)));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor(y * this.#perY)));
  }

  #cells(box: Box, visit: (cell: number) => void): void {
    const [left, right] = [this.#column(box.x0), this.#column(box.x1)];
    const [top, bottom] = [this.#row(box.y0), this.#row(box.y1)];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) visit(row * this.#columns + column);
    }
  }

  /** The cells a line runs through: those around short stretches of it, each at most half a cell long. */
  #along(edge: SceneEdge, visit: (cell: number) => void): void {
    const { curve } = edge;
    let [x, y] = [curve[0] ?? 0, curve[1] ?? 0];
    for (let at = 2; at + 5 < curve.length; at += 6) {
      const [ax = 0, ay = 0, bx = 0, by = 0, endX = 0, endY = 0] = curve.slice(at, at + 6);
      const [startX, startY] = [x, y];
      const spanX = Math.abs(ax - x) + Math.abs(bx - ax) + Math.abs(endX - bx);
      const spanY = Math.abs(ay - y) + Math.abs(by - ay) + Math.abs(endY - by);
      const steps = Math.max(1, Math.ceil(2 * Math.max(spanX * this.#perX, spanY * this.#perY)));
      for (let step = 1; step <= steps; step += 1) {
        const nextX = step === steps ? endX : bezier(startX, ax, bx, endX, step / steps);
        const nextY = step === steps ? endY : bezier(startY, ay, by, endY, step / steps);
        this.#cells({ x0: Math.min(x, nextX), y0: Math.min(y, nextY), x1: Math.max(x, nextX), y1: Math.max(y, nextY) }, visit);
        [x, y] = [nextX, nextY];
      }
    }
  }

  /** Counts first, then fills: no list of a cell ever grows. */
  #lists<T>(things: T[], cellsOf: (thing: T, visit: (cell: number) => void) => void): Lists {
    const cells = this.#columns * this.#rows;
    const starts = new Uint32Array(cells + 1);
    const last = new Int32Array(cells).fill(-1);
    const each = (take: (cell: number, index: number) => void): void => {
      last.fill(-1);
      things.forEach((thing, index) =>
        cellsOf(thing, (cell) => {
          if (last[cell] === index) return;
          last[cell] = index;
          take(cell, index);
        }),
      );
    };
    each((cell) => (starts[cell + 1] = (starts[cell + 1] ?? 0) + 1));
    for (let cell = 0; cell < cells; cell += 1) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
    const next = starts.slice();
    const items = new Uint32Array(starts[cells] ?? 0);
    each((cell, index) => {
      const at = next[cell] ?? 0;
      items[at] = index;
      next[cell] = at + 1;
    });
    return { starts, items, found: new Uint32Array(things.length) };
  }

  #in({ starts, items, found }: Lists, box: Box): number[] {
    this.#question += 1;
    const question = this.#question;
    const list: number[] = [];
    if (box.x1 < 0 || box.y1 < 0 || box.x0 > this.#scene.width || box.y0 > this.#scene.height) return list;
    this.#cells(box, (cell) => {
      const end = starts[cell + 1] ?? 0;
      for (let i = starts[cell] ?? 0; i < end; i += 1) {
        const index = items[i] ?? 0;
        if (found[index] === question) continue;
        found[index] = question;
        list.push(index);
      }
    });
    return list;
  }
}

/** The place on a Bézier piece at `t`, along one axis. */
function bezier(from: number, first: number, second: number, to: number, t: number): number {
  const s = 1 - t;
  return s * s * s * from + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * to;
}

export function boxOf(node: Pick<SceneNode, 'x' | 'y' | 'width' | 'height'>): Box {
  return { x0: node.x - node.width / 2, y0: node.y - node.height / 2, x1: node.x + node.width / 2, y1: node.y + node.height / 2 };
}

/** Whether a shape covers a point: a circle by its curve, all others by their rectangle. */
export function covers(node: Pick<SceneNode, 'kind' | 'x' | 'y' | 'width' | 'height'>, x: number, y: number): boolean {
  const dx = Math.abs(x - node.x) / (node.width / 2 + SLACK_PX);
  const dy = Math.abs(y - node.y) / (node.height / 2 + SLACK_PX);
  return node.kind === 'circle' ? dx * dx + dy * dy <= 1 : dx <= 1 && dy <= 1;
}
