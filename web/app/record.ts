/**
 * A run as it is kept: what each task did and when. Built from the events of
 * the engine in their order, and asked afterwards "what was the state of this
 * task at that moment", which is what the graph, the lanes and the scrubbing
 * all draw from.
 */
import { appendOutput, emptyOutput, type Output } from '../console/output';
import type { CallTotals, Picture, RunEvent, RunOptions, RunResult, TraceEvent, ValueData } from '../engine/types';

/** The states of a task, as the legend lists them. */
export type TaskState = 'waiting' | 'ready' | 'running' | 'memory' | 'released' | 'failed';

export interface TaskSpan {
  worker: number;
  startUs: number;
  /** `Infinity` while it runs. */
  endUs: number;
  /** `moved`: the task wrote shared state and went home to run again. */
  outcome: 'running' | 'done' | 'failed' | 'moved' | 'stopped';
}

export interface TaskRecord {
  readyUs: number;
  releaseUs: number;
  homeUs: number;
  bytes: number;
  value: ValueData | null;
  spans: TaskSpan[];
}

export interface CallRecord {
  call: number;
  picture: Picture;
  tasks: TaskRecord[];
  totals: CallTotals | null;
  /** Tasks that a worker must run, and how many of them ended. */
  total: number;
  done: number;
}

export interface RunRecord {
  source: string;
  options: RunOptions;
  /** Whether threads ran it, or one thread alone. */
  threaded: boolean;
  calls: CallRecord[];
  /** Every picture the run met, `visualize` included, in order. */
  pictures: Array<{ picture: Picture; call: number | null }>;
  events: TraceEvent[];
  droppedEvents: number;
  output: Output;
  /** Time of the first event, `null` before it. */
  firstUs: number | null;
  /** Time of the newest event. */
  lastUs: number;
  result: RunResult | null;
}

/** Events kept for the replay; later ones still move the states. */
export const MAX_EVENTS = 400_000;
/** Pictures kept of one run: a compute in a long loop meets many. */
export const MAX_PICTURES = 200;

export function newRecord(source: string, options: RunOptions, threaded: boolean): RunRecord {
  return {
    source,
    options,
    threaded,
    calls: [],
    pictures: [],
    events: [],
    droppedEvents: 0,
    output: emptyOutput(),
    firstUs: null,
    lastUs: 0,
    result: null,
  };
}

function newTask(): TaskRecord {
  return { readyUs: Infinity, releaseUs: Infinity, homeUs: Infinity, bytes: 0, value: null, spans: [] };
}

function newCall(call: number, picture: Picture): CallRecord {
  const tasks = picture.graph.tasks.map(newTask);
  const total = picture.graph.tasks.filter((task) => task.kind === 'task').length;
  return { call, picture, tasks, totals: null, total, done: 0 };
}

function lastSpan(task: TaskRecord): TaskSpan | undefined {
  return task.spans[task.spans.length - 1];
}

function closeSpan(task: TaskRecord, outcome: TaskSpan['outcome'], timeUs: number): void {
  const span = lastSpan(task);
  if (!span || span.outcome !== 'running') return;
  span.outcome = outcome;
  span.endUs = timeUs;
}

function applyTrace(record: RunRecord, event: TraceEvent): void {
  if (record.events.length < MAX_EVENTS) record.events.push(event);
  else record.droppedEvents += 1;
  record.firstUs ??= event.timeUs;
  record.lastUs = Math.max(record.lastUs, event.timeUs);
  const call = record.calls[event.call];
  const task = call?.tasks[event.task];
  if (!call || !task) return;
  switch (event.kind) {
    case 'ready':
      task.readyUs = event.timeUs;
      break;
    case 'start':
      closeSpan(task, 'moved', event.timeUs);
      task.spans.push({ worker: event.worker, startUs: event.timeUs, endUs: Infinity, outcome: 'running' });
      break;
    case 'end':
      closeSpan(task, 'done', event.timeUs);
      task.bytes = event.bytes;
      task.value = event.value ?? null;
      if (call.picture.graph.tasks[event.task]?.kind === 'task') call.done += 1;
      break;
    case 'failed':
      closeSpan(task, 'failed', event.timeUs);
      break;
    case 'home':
      task.homeUs = event.timeUs;
      closeSpan(task, 'moved', event.timeUs);
      break;
    case 'release':
      task.releaseUs = event.timeUs;
      break;
    default:
      break;
  }
}

/** Takes one event of the engine into `record`, in place. */
export function applyEvent(record: RunRecord, event: RunEvent): void {
  switch (event.type) {
    case 'output':
      appendOutput(record.output, event.text);
      break;
    case 'graph': {
      const call = event.call ?? null;
      if (call !== null) record.calls[call] = newCall(call, event.picture);
      if (record.pictures.length < MAX_PICTURES) record.pictures.push({ picture: event.picture, call });
      break;
    }
    case 'trace':
      for (const one of event.events) applyTrace(record, one);
      break;
    default:
      break;
  }
}

/** Closes what still ran, and takes the totals in. */
export function applyResult(record: RunRecord, result: RunResult): void {
  record.result = result;
  // What was cut off ran until the end, which no event tells of.
  const cut = record.calls.some((call) => call?.tasks.some((task) => lastSpan(task)?.outcome === 'running'));
  if (cut) record.lastUs = Math.max(record.lastUs, result.wallUs);
  for (const call of record.calls) {
    if (!call) continue;
    for (const task of call.tasks) closeSpan(task, 'stopped', record.lastUs);
    call.totals = result.totals.find((totals) => totals.call === call.call) ?? null;
  }
}

/** The span that runs at `us`, or else the last one that began before. */
export function spanAt(task: TaskRecord, us: number): TaskSpan | undefined {
  for (let i = task.spans.length - 1; i >= 0; i -= 1) {
    const span = task.spans[i];
    if (span && span.startUs <= us) return span;
  }
  return undefined;
}

/** The state of `task` at `us` microseconds after the run began. */
export function stateAt(task: TaskRecord, us: number): TaskState {
  const span = spanAt(task, us);
  if (span && us < span.endUs) return 'running';
  if (span?.outcome === 'done') return task.releaseUs <= us ? 'released' : 'memory';
  if (span?.outcome === 'failed') return 'failed';
  if (span?.outcome === 'stopped') return 'waiting';
  if (span?.outcome === 'moved') return 'ready';
  if (task.releaseUs <= us) return 'released';
  return task.readyUs <= us ? 'ready' : 'waiting';
}

/** Whether the task went home (to the main program) by `us`. */
export function homeAt(task: TaskRecord, us: number): boolean {
  return task.homeUs <= us;
}

/** The time the task spent running, over all its tries. */
export function durationUs(task: TaskRecord, untilUs: number): number {
  let sum = 0;
  for (const span of task.spans) sum += Math.max(0, Math.min(span.endUs, untilUs) - span.startUs);
  return sum;
}

/** The lane of the main program: the number of workers. */
export function homeLane(record: RunRecord): number {
  const totals = record.result?.totals[0];
  return totals ? totals.workers : record.options.workers;
}

/** Progress of the whole run so far, over the graphs it has met. */
export function progressOf(record: RunRecord): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const call of record.calls) {
    if (!call) continue;
    done += call.done;
    total += call.total;
  }
  return { done, total };
}

/**
 * The longest chain of durations through a call's graph, as task ids from the
 * first to the last: no number of workers makes the run shorter than it.
 */
export function longestPath(call: CallRecord, untilUs: number): number[] {
  const { tasks } = call.picture.graph;
  const order = dependencyOrder(tasks.map((task) => task.deps));
  const best = new Float64Array(tasks.length);
  const via = new Int32Array(tasks.length).fill(-1);
  let end = -1;
  for (const id of order) {
    let before = 0;
    for (const dep of tasks[id]?.deps ?? []) {
      const length = best[dep] ?? 0;
      if (length > before) {
        before = length;
        via[id] = dep;
      }
    }
    const record = call.tasks[id];
    best[id] = before + (record ? durationUs(record, untilUs) : 0);
    if (end < 0 || (best[id] ?? 0) > (best[end] ?? 0)) end = id;
  }
  const path: number[] = [];
  for (let id = end; id >= 0; id = via[id] ?? -1) path.push(id);
  return path.reverse();
}

/** Ids with every dependency before its users (Kahn); cycles are left out. */
function dependencyOrder(deps: number[][]): number[] {
  const missing = deps.map((list) => list.length);
  const users: number[][] = deps.map(() => []);
  deps.forEach((list, id) => list.forEach((dep) => users[dep]?.push(id)));
  const order = missing.flatMap((count, id) => (count === 0 ? [id] : []));
  for (let i = 0; i < order.length; i += 1) {
    for (const user of users[order[i] ?? -1] ?? []) {
      const left = (missing[user] ?? 0) - 1;
      missing[user] = left;
      if (left === 0) order.push(user);
    }
  }
  return order;
}
