/** Small data for unit tests: pictures and records built from a few words. */
import { applyEvent, newRecord, type RunRecord } from './app/record';
import type { Layout, Look, Picture, Preview, Shape, TaskData, TraceEvent, TraceKind } from './engine/types';

/** A picture of tasks given as `name: deps`, such as `[['inc', []], ['add', [0]]]`. */
export function picture(tasks: Array<[string, number[]]>, name = 'total'): Picture {
  const data: TaskData[] = tasks.map(([prefix, deps], id) => ({ id, key: `${prefix}-${id}`, prefix, kind: 'task', box: '', deps, line: 0 }));
  const shapes: Shape[] = data.map((task) => ({ id: `s${task.id}`, task: task.id, kind: 'label', label: task.prefix, lines: [task.prefix], fontPx: 13, x: task.id * 100, y: -100 * task.deps.length, width: 80, height: 30, count: 1 }));
  const edges = data.flatMap((task) =>
    task.deps.map((dep) => ({ from: dep, to: task.id, curve: [dep * 100, 0, dep * 100, -30, task.id * 100, -70, task.id * 100, -100], count: 1 })),
  );
  const layout: Layout = { width: 100 * tasks.length, height: 200, shapes, edges, shapeOf: data.map((task) => task.id), folds: false, shift: [0, 0], open: [], notice: null };
  const figure = tasks.map(([prefix, deps]) => `${prefix}:${deps}`).join();
  return { name, call: 'compute', line: 1, graph: { tasks: data, outputs: [tasks.length - 1], cyclic: false, figure }, layout };
}

export const LOOK: Look = { style: 'dask', direction: 'bottomToTop', open: [], unfold: false };

export function preview(pictures: Picture[], rest: Partial<Preview> = {}): Preview {
  return { pictures, shown: pictures.length > 0 ? pictures.length - 1 : null, output: '', last: null, error: null, notice: null, asks: false, steps: 1, elapsedUs: 1, ...rest };
}

export function trace(kind: TraceKind, task: number, timeUs: number, worker = 0, bytes = 0): TraceEvent {
  return { call: 0, task, kind, worker, timeUs, bytes };
}

/** A run of one call with these events. */
export function recordOf(shown: Picture, events: TraceEvent[], workers = 2, source = ''): RunRecord {
  const record = newRecord(source, { workers, sleep: 'real' }, true);
  applyEvent(record, { type: 'graph', call: 0, picture: shown });
  applyEvent(record, { type: 'trace', events });
  return record;
}
