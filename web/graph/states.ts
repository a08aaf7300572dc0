/**
 * The states of a run at one moment, as the picture shows them. One pass over
 * the tasks gives a byte for each; shapes and stacks read from these bytes, so
 * that a moment of a replay costs the same however the tasks are folded.
 */
import { durationUs, homeAt, stateAt, type CallRecord, type TaskState } from '../app/record';
import type { Scene, SceneNode } from './scene';

/** The states in the order of the legend; a code is a place in this list, and `HOME` where it ran at home. */
export const STATES = ['waiting', 'ready', 'running', 'memory', 'released', 'failed'] as const satisfies readonly TaskState[];
const CODE: Record<TaskState, number> = { waiting: 0, ready: 1, running: 2, memory: 3, released: 4, failed: 5 };
const HOME = 8;

/** The state of every task at one moment. */
export type Codes = Uint8Array;

/** How many tasks of a stack are in each state. */
export interface Tally {
  total: number;
  /** By the place in `STATES`. */
  counts: number[];
  /** The state of all of them, where they agree. */
  all: TaskState | null;
}

/** One stretch of the bar in a stack, in pixels from its left end. */
export interface Stretch {
  state: TaskState;
  x: number;
  width: number;
}

export function codesAt(call: CallRecord, us: number): Codes {
  const { tasks } = call.picture.graph;
  const codes = new Uint8Array(call.tasks.length);
  call.tasks.forEach((record, id) => {
    const state = stateAt(record, us);
    // A value that nothing computes is there from the start.
    const given = tasks[id]?.kind === 'data' && record.spans.length === 0 && (state === 'waiting' || state === 'ready');
    codes[id] = given ? CODE.memory : CODE[state] + (homeAt(record, us) ? HOME : 0);
  });
  return codes;
}

export function stateOf(code: number): TaskState {
  return STATES[code % HOME] ?? 'waiting';
}

export function isHome(code: number): boolean {
  return code >= HOME;
}

/** The state a shape shows. As Dask draws it, the circle is the call and the box its value. */
export function shownState(node: Pick<SceneNode, 'kind'>, state: TaskState): TaskState {
  if (node.kind !== 'box') return state;
  return state === 'memory' || state === 'released' ? state : 'waiting';
}

/** What each stack of the scene comes to, by the task it stands for. */
export type Tallies = ReadonlyMap<number, Tally>;

export function talliesOf(scene: Scene, codes: Codes): Tallies {
  const tallies = scene.nodes.map((node): Tally | null => (node.kind === 'stack' ? { total: 0, counts: STATES.map(() => 0), all: null } : null));
  scene.shapeOf.forEach((shape, task) => {
    const tally = tallies[shape];
    const code = codes[task];
    if (!tally || code === undefined) return;
    const at = code % HOME;
    tally.counts[at] = (tally.counts[at] ?? 0) + 1;
    tally.total += 1;
  });
  const byTask = new Map<number, Tally>();
  tallies.forEach((tally, index) => {
    const node = scene.nodes[index];
    if (!tally || !node) return;
    byTask.set(node.task, agreed(tally));
  });
  return byTask;
}

/** The time that the tasks of a stack have run, all together, in microseconds. */
export function stackTimeUs(scene: Scene, stack: SceneNode, call: CallRecord, untilUs: number): number {
  const place = scene.shapeOf[stack.task];
  return call.tasks.reduce((sum, record, task) => (scene.shapeOf[task] === place ? sum + durationUs(record, untilUs) : sum), 0);
}

/** What is done comes first, so that the bar fills from the left. */
const BAR_ORDER: TaskState[] = ['released', 'memory', 'failed', 'running', 'ready'];
/** A single task among thousands is still seen. */
const MIN_STRETCH_PX = 2.5;

/** What some tasks come to. */
export function tallyOf(tasks: readonly number[], codes: Codes): Tally {
  const tally: Tally = { total: 0, counts: STATES.map(() => 0), all: null };
  for (const task of tasks) {
    const at = (codes[task] ?? 0) % HOME;
    tally.counts[at] = (tally.counts[at] ?? 0) + 1;
    tally.total += 1;
  }
  return agreed(tally);
}

/** Notes the state of all tasks, where they agree. */
function agreed(tally: Tally): Tally {
  const only = tally.counts.findIndex((count) => count === tally.total && count > 0);
  tally.all = only < 0 ? null : (STATES[only] ?? null);
  return tally;
}

/** The bar of a stack: how its tasks are doing, by the share of each state. What waits is left empty. */
export function stretches(tally: Tally, width: number): Stretch[] {
  const total = Math.max(1, tally.total);
  const list = BAR_ORDER.flatMap((state): Stretch[] => {
    const count = tally.counts[CODE[state]] ?? 0;
    return count === 0 ? [] : [{ state, x: 0, width: Math.max(MIN_STRETCH_PX, (count / total) * width) }];
  });
  // What the small ones got too much, all others give.
  const taken = list.reduce((sum, part) => sum + part.width, 0);
  const spare = list.reduce((sum, part) => sum + Math.max(0, part.width - MIN_STRETCH_PX), 0);
  const share = spare > 0 ? Math.min(1, Math.max(0, taken - width) / spare) : 0;
  let x = 0;
  for (const part of list) {
    part.x = Math.min(x, width);
    part.width = Math.min(width - part.x, part.width - share * Math.max(0, part.width - MIN_STRETCH_PX));
    x += part.width;
  }
  return list;
}
