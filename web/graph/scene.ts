/**
 * A picture as shapes to draw: pure functions of the engine's data, in the
 * pixels of the picture. What moves with a run (states) is kept apart from
 * what only moves with an edit (places), so that a run redraws little.
 */
import { homeAt, spanAt, stateAt, type CallRecord, type TaskState } from '../app/record';
import type { Layout, Picture, Shape, ShapeKind, TaskData } from '../engine/types';
import { STATES, type Tally } from './states';

export interface SceneNode {
  id: string;
  task: number;
  kind: ShapeKind;
  label: string;
  /** The label as it is written: in lines that fit. */
  lines: string[];
  fontPx: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** How many tasks it stands for. */
  count: number;
  /** The value stands for itself: nothing computes it. */
  given: boolean;
  output: boolean;
}

export interface SceneEdge {
  id: string;
  /** x and y of a first point, then of two control points and an end for each Bézier piece. */
  curve: number[];
  /** How many dependencies it stands for. */
  count: number;
  /** Places of both ends among the shapes. */
  from: number;
  to: number;
  fromTask: number;
  toTask: number;
}

export interface Scene {
  width: number;
  height: number;
  nodes: SceneNode[];
  edges: SceneEdge[];
  /** For each task, the place among `nodes` of the first shape that shows it. */
  shapeOf: number[];
}

/** Labels smaller than this on the screen are left out. */
export const LEGIBLE_SCALE = 0.3;
/** Below this scale lines grow in the picture, to stay as thin on the screen. */
const THIN_SCALE = 0.6;

/** How much wider lines are drawn at a scale; in steps, so that a zoom seldom changes it. */
export function widening(scale: number): number {
  return scale >= THIN_SCALE ? 1 : Math.round((THIN_SCALE / scale) * 4) / 4;
}

function nodeOf(shape: Shape, task: TaskData | undefined, outputs: Set<number>): SceneNode {
  return {
    id: shape.id,
    task: shape.task,
    kind: shape.kind,
    label: shape.label,
    lines: shape.lines,
    fontPx: shape.fontPx,
    x: shape.x,
    y: shape.y,
    width: shape.width,
    height: shape.height,
    count: shape.count,
    given: task?.kind === 'data',
    output: outputs.has(shape.task),
  };
}

export function sceneOf(picture: Picture, layout: Layout): Scene {
  const { tasks } = picture.graph;
  const outputs = new Set(picture.graph.outputs);
  return {
    width: layout.width,
    height: layout.height,
    nodes: layout.shapes.map((shape) => nodeOf(shape, tasks[shape.task], outputs)),
    edges: layout.edges.map((edge) => {
      const [from, to] = [layout.shapes[edge.from], layout.shapes[edge.to]];
      return { id: `${from?.id}>${to?.id}`, curve: edge.curve, count: edge.count, from: edge.from, to: edge.to, fromTask: from?.task ?? -1, toTask: to?.task ?? -1 };
    }),
    shapeOf: layout.shapeOf,
  };
}

/** How much a line widens for each tenfold of the dependencies it stands for, and at most. */
const WIDER_PER_TENFOLD = 0.6;
const WIDEST = 3;

/** How many times as wide as that of one dependency a line is drawn. */
export function thickness(edge: Pick<SceneEdge, 'count'>): number {
  return Math.min(WIDEST, 1 + WIDER_PER_TENFOLD * Math.log10(Math.max(1, edge.count)));
}

export interface Kin {
  deps: Set<number>;
  users: Set<number>;
}

/** What a task needs and who needs it. */
export function kinOf(picture: Picture, task: number): Kin {
  const { tasks } = picture.graph;
  const deps = new Set(tasks[task]?.deps ?? []);
  const users = new Set(tasks.filter((other) => other.deps.includes(task)).map((other) => other.id));
  return { deps, users };
}

const STATE_WORDS: Record<TaskState, string> = {
  waiting: 'waiting',
  ready: 'ready',
  running: 'running',
  memory: 'in memory',
  released: 'released',
  failed: 'failed',
};

export function stateWord(state: TaskState): string {
  return STATE_WORDS[state];
}

/** Names that are told one by one; more of them are counted. */
const MOST_NAMES = 8;

function listed(names: string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}

function names(picture: Picture, ids: Set<number>): string {
  return listed([...ids].map((id) => picture.graph.tasks[id]?.key ?? ''));
}

/** One sentence on a task, for screen readers. */
export function describeTask(picture: Picture, call: CallRecord | null, task: number, us: number): string {
  const data = picture.graph.tasks[task];
  if (!data) return '';
  const kin = kinOf(picture, task);
  const parts = [data.key];
  const record = call?.tasks[task];
  if (call && record) {
    parts.push(stateWord(stateAt(record, us)));
    const span = spanAt(record, us);
    if (span) parts.push(homeAt(record, us) ? 'in the main program' : `on worker ${span.worker + 1}`);
  }
  parts.push(kin.deps.size > 0 ? `needs ${names(picture, kin.deps)}` : 'needs nothing');
  if (kin.users.size > 0) parts.push(`needed by ${names(picture, kin.users)}`);
  return parts.join('; ');
}

/** How many tasks of a stack are in which state; nothing of states that none is in. */
export function tallyRows(tally: Tally): Array<[string, number]> {
  return STATES.flatMap((state, at): Array<[string, number]> => {
    const count = tally.counts[at] ?? 0;
    return count === 0 ? [] : [[stateWord(state), count]];
  });
}

/** The same in words, as `12 in memory`. */
export function tallyWords(tally: Tally): string[] {
  return tallyRows(tally).map(([word, count]) => `${count} ${word}`);
}

/** One sentence on a stack, for screen readers. */
export function describeStack(scene: Scene, stack: SceneNode, tally: Tally | null): string {
  const labelOf = (task: number): string => scene.nodes[scene.shapeOf[task] ?? -1]?.label ?? '';
  const needs = scene.edges.filter((edge) => edge.toTask === stack.task && edge.fromTask !== stack.task);
  const users = scene.edges.filter((edge) => edge.fromTask === stack.task && edge.toTask !== stack.task);
  const parts = [`Stack ${stack.label}`];
  if (tally) parts.push(listed(tallyWords(tally)));
  parts.push(needs.length > 0 ? `needs ${listed(needs.map((edge) => labelOf(edge.fromTask)))}` : 'needs nothing');
  if (users.length > 0) parts.push(`needed by ${listed(users.map((edge) => labelOf(edge.toTask)))}`);
  parts.push('Enter opens it');
  return parts.join('; ');
}

/** One sentence on a picture, for screen readers. */
export function describePicture(picture: Picture): string {
  const count = picture.graph.tasks.length;
  return `Task graph of ${picture.name}: ${count} ${count === 1 ? 'task' : 'tasks'}.`;
}

export type Arrow = 'up' | 'down' | 'left' | 'right';

/**
 * Where an arrow key leads from a shape: to the nearest shape in that
 * direction, and rather along an edge than across. `upright`: the flow goes up or
 * down, not sideways.
 */
export function neighbour(scene: Scene, from: SceneNode, arrow: Arrow, upright = true): SceneNode | null {
  const linked = new Set(
    scene.edges.flatMap((edge) =>
      edge.fromTask === from.task ? [edge.toTask] : edge.toTask === from.task ? [edge.fromTask] : [],
    ),
  );
  let best: SceneNode | null = null;
  let bestCost = Infinity;
  const withFlow = (arrow === 'up' || arrow === 'down') === upright;
  for (const node of scene.nodes) {
    if (node.id === from.id) continue;
    const dx = node.x - from.x;
    const dy = node.y - from.y;
    const along = arrow === 'up' ? -dy : arrow === 'down' ? dy : arrow === 'left' ? -dx : dx;
    const across = Math.abs(arrow === 'up' || arrow === 'down' ? dx : dy);
    if (along <= 1) continue;
    const kin = node.task === from.task || linked.has(node.task);
    const cost = along + across * (withFlow ? 1.5 : 4) - (withFlow && kin ? 10_000 : 0);
    if (cost < bestCost) {
      best = node;
      bestCost = cost;
    }
  }
  return best;
}
