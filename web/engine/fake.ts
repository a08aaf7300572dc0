/**
 * An engine for developing the page without the real one: it draws a few
 * shapes of graph by looking at the program's words, and pretends to run them.
 * Only the development server and unit tests import it.
 */
import type { Engine, EngineHandlers } from './client';
import { PreviewClient } from './preview.client';
import { assertNever, type OpenPort, type Reply, type Request } from './protocol';
import { RunClient } from './run.client';
import type { Edge, GraphData, Layout, Look, Picture, Preview, RunOptions, Shape, TaskData, TraceEvent } from './types';

interface Plan {
  tasks: TaskData[];
  outputs: number[];
  name: string;
}

class Builder {
  tasks: TaskData[] = [];

  add(prefix: string, deps: number[], kind: TaskData['kind'] = 'task'): number {
    const id = this.tasks.length;
    this.tasks.push({ id, key: `${prefix}-${(id * 7919 + 4096).toString(16)}`, prefix, kind, box: kind === 'data' ? prefix : '', deps, line: 0 });
    return id;
  }

  tree(prefix: string, leaves: number[]): number {
    let layer = leaves;
    while (layer.length > 1) {
      const next: number[] = [];
      for (let i = 0; i < layer.length; i += 2) {
        const [left, right] = [layer[i] ?? 0, layer[i + 1]];
        next.push(right === undefined ? left : this.add(prefix, [left, right]));
      }
      layer = next;
    }
    return layer[0] ?? 0;
  }
}

/** A plan from the words of the program. */
export function planOf(source: string): Plan {
  const b = new Builder();
  const count = Math.min(2000, Number(/range\((\d+)\)/.exec(source)?.[1] ?? 8));
  const leaves = (prefix: string): number[] => Array.from({ length: count }, () => b.add(prefix, []));
  if (source.includes('weighted_mean')) {
    const products = Array.from({ length: 4 }, () => b.add('mul', []));
    const top = b.tree('add', products);
    const weights = b.tree('add', Array.from({ length: 2 }, () => b.add('add', [])));
    return { tasks: b.tasks, outputs: [b.add('truediv', [top, weights])], name: 'mean.compute()' };
  }
  if (source.includes('measure')) return { outputs: [b.tree('add', leaves('measure'))], tasks: b.tasks, name: 'total.compute()' };
  if (source.includes('reduce(')) {
    let at = b.add('add', []);
    for (let i = 0; i < 4; i += 1) at = b.add('add', [at]);
    return { tasks: b.tasks, outputs: [at], name: 'total.visualize()' };
  }
  if (source.includes('tree(')) return { outputs: [b.tree('add', [0, 1, 2, 3].map(() => b.add('add', [])))], tasks: b.tasks, name: 'total.compute()' };
  if (source.includes('"prices": prices')) {
    const prices = b.add('prices', [], 'data');
    return { tasks: b.tasks, outputs: [b.add('largest', [prices])], name: 'graph' };
  }
  if (source.includes('rate')) {
    const rates = [0, 1, 2, 3].map(() => b.add('rate', [b.add('read', [])]));
    return { outputs: [b.add('report', rates)], tasks: b.tasks, name: 'best.compute()' };
  }
  if (source.includes('join')) {
    const outputs = [0, 1, 2].map(() => {
      const part = b.add('split', []);
      return b.add('join', [b.add('wash', [part]), b.add('dry', [part])]);
    });
    return { outputs, tasks: b.tasks, name: 'dask.compute(*results)' };
  }
  if (source.includes('dask')) return { outputs: [0, 1, 2, 3].map(() => b.add('halve', [])), tasks: b.tasks, name: 'dask.compute(*halves)' };
  return { tasks: [], outputs: [], name: '' };
}

function levelsOf(tasks: TaskData[]): number[] {
  const level: number[] = [];
  for (const task of tasks) level[task.id] = task.deps.reduce((most, dep) => Math.max(most, (level[dep] ?? 0) + 1), 0);
  return level;
}

/** A straight line as one piece of a curve. */
function straight(x0: number, y0: number, x1: number, y1: number): number[] {
  const at = (share: number): number[] => [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
  return [0, 1 / 3, 2 / 3, 1].flatMap(at);
}

/** A text on one line. */
const written = (text: string): Pick<Shape, 'lines' | 'fontPx'> => ({ lines: text === '' ? [] : [text], fontPx: 11 });

/** A plain layered layout, inputs at the bottom. */
function layoutOf(tasks: TaskData[], style: 'dask' | 'clear'): Layout {
  const level = levelsOf(tasks);
  const depth = Math.max(0, ...level);
  const rows: number[][] = Array.from({ length: depth + 1 }, () => []);
  tasks.forEach((task) => rows[level[task.id] ?? 0]?.push(task.id));
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const stepX = style === 'dask' ? 92 : 110;
  const stepY = style === 'dask' ? 140 : 84;
  const width = widest * stepX;
  const height = depth * stepY + (style === 'dask' ? 170 : 60);
  const xs: number[] = [];
  rows.forEach((row, l) =>
    row.forEach((id, i) => {
      const deps = tasks[id]?.deps ?? [];
      xs[id] = l > 0 && deps.length > 0 ? deps.reduce((sum, dep) => sum + (xs[dep] ?? 0), 0) / deps.length : ((i + 0.5) * width) / row.length;
    }),
  );
  const shapes: Shape[] = [];
  const edges: Edge[] = [];
  const nth = new Map<string, number>();
  for (const task of tasks) {
    const n = (nth.get(`${task.prefix}@${level[task.id]}`) ?? 0) + 1;
    nth.set(`${task.prefix}@${level[task.id]}`, n);
    const id = `${task.prefix}@${level[task.id]}.${n}`;
    const x = xs[task.id] ?? 0;
    const y = height - (level[task.id] ?? 0) * stepY - (style === 'dask' ? 36 : 30);
    if (style === 'dask') {
      if (task.kind !== 'data') shapes.push({ id, task: task.id, kind: 'circle', label: task.prefix, ...written(task.prefix), x, y, width: 68, height: 68, count: 1 });
      shapes.push({ id: `${id}:box`, task: task.id, kind: 'box', label: task.box, ...written(task.box), x, y: y - 70, width: 44, height: 30, count: 1 });
      if (task.kind !== 'data') edges.push({ from: shapes.length - 2, to: shapes.length - 1, curve: straight(x, y - 34, x, y - 55), count: 1 });
    } else {
      shapes.push({ id, task: task.id, kind: 'label', label: task.prefix, ...written(task.prefix), x, y, width: 88, height: 34, count: 1 });
    }
    const to = shapes.findIndex((shape) => shape.id === id);
    for (const dep of task.deps) {
      const from = shapes.findLastIndex((shape) => shape.task === dep);
      const shape = shapes[from];
      if (!shape) continue;
      const end = style === 'dask' ? 34 : 17;
      edges.push({ from, to, curve: straight(shape.x, shape.y - shape.height / 2, x + (shape.x - x) * 0.15, y + end), count: 1 });
    }
  }
  const shapeOf = tasks.map((task) => shapes.findIndex((shape) => shape.task === task.id));
  return { width, height, shapes, edges, shapeOf, folds: false, shift: [0, 0], open: [], notice: null };
}

export function pictureOf(source: string): Picture | null {
  const plan = planOf(source);
  if (plan.tasks.length === 0) return null;
  const graph: GraphData = { tasks: plan.tasks, outputs: plan.outputs, cyclic: false, figure: source };
  const line = source.split('\n').findIndex((text) => text.includes('compute(') || text.includes('visualize(')) + 1;
  return { name: plan.name, call: 'compute', line, graph, layout: null };
}

export function previewOf(source: string, look: Look): Preview {
  const plain = pictureOf(source);
  const picture = plain && { ...plain, layout: layoutOf(plain.graph.tasks, look.style) };
  const lines = source.split('\n');
  const opens = source.split('(').length - source.split(')').length;
  const broken = opens !== 0;
  return {
    pictures: picture && !broken ? [picture, { ...picture, name: 'total', call: 'variable' }] : [],
    shown: picture && !broken ? 0 : null,
    output: source.includes('print') ? 'prices:  [3, 5, 8, 13]\nlargest: 13\n' : '',
    last: broken ? null : '140',
    error: broken
      ? { kind: 'SyntaxError', message: '`(` was never closed', place: { line: lines.length - 1, column: 0, endLine: lines.length - 1, endColumn: 5 }, hints: ['Close it with `)`.'], frames: [], task: null, text: 'SyntaxError' }
      : null,
    notice: null,
    asks: false,
    steps: 100,
    elapsedUs: 900,
  };
}

/** A list schedule of the plan: who runs what, and when. */
export function traceOf(picture: Picture, options: RunOptions, failing: boolean): TraceEvent[] {
  const { tasks } = picture.graph;
  const free = Array.from({ length: options.workers }, () => 0);
  const ends: number[] = [];
  const level = levelsOf(tasks);
  const events: TraceEvent[] = [];
  const left = tasks.map((task) => tasks.filter((other) => other.deps.includes(task.id)).length);
  for (const task of [...tasks].sort((a, b) => (level[a.id] ?? 0) - (level[b.id] ?? 0))) {
    const ready = task.deps.reduce((most, dep) => Math.max(most, ends[dep] ?? 0), 0);
    const worker = free.indexOf(Math.min(...free));
    const start = Math.max(free[worker] ?? 0, ready) + 300;
    const end = start + (task.deps.length > 0 ? 200_000 : 300_000);
    ends[task.id] = end;
    free[worker] = end;
    const fails = failing && task.prefix === 'rate' && task.id > 4;
    events.push({ call: 0, task: task.id, kind: 'ready', worker, timeUs: ready, bytes: 0 });
    events.push({ call: 0, task: task.id, kind: 'start', worker, timeUs: start, bytes: 0 });
    events.push({ call: 0, task: task.id, kind: fails ? 'failed' : 'end', worker, timeUs: end, bytes: 28 });
    for (const dep of task.deps) {
      left[dep] = (left[dep] ?? 1) - 1;
      if (left[dep] === 0) events.push({ call: 0, task: dep, kind: 'release', worker: 0, timeUs: end + 50, bytes: 0 });
    }
    if (fails) break;
  }
  return events.sort((a, b) => a.timeUs - b.timeUs);
}

function fakePort(threads: number): OpenPort {
  return (handlers) => {
    let closed = false;
    const later = (ms: number, reply: Reply): void => {
      setTimeout(() => {
        if (!closed) handlers.reply(reply);
      }, ms);
    };
    const run = (id: number, source: string, options: RunOptions): void => {
      if (source.includes('while True')) {
        const flood = setInterval(() => {
          if (closed) clearInterval(flood);
          else handlers.reply({ type: 'event', id, event: { type: 'output', text: 'a line of a program that never ends\n'.repeat(200) } });
        }, 4);
        return;
      }
      const picture = pictureOf(source);
      const failing = source.includes('rate');
      if (!picture) {
        later(5, { type: 'ended', id, result: { last: '[5.0, 10.0]', error: null, totals: [], wallUs: 400, stopped: false } });
        return;
      }
      later(0, { type: 'event', id, event: { type: 'graph', call: 0, picture } });
      const events = traceOf(picture, options, failing);
      for (const event of events) later(2 + event.timeUs / 1000, { type: 'event', id, event: { type: 'trace', events: [event] } });
      const wallUs = events.at(-1)?.timeUs ?? 0;
      const workUs = events.reduce((sum, event) => sum + (event.kind === 'end' ? event.timeUs : event.kind === 'start' ? -event.timeUs : 0), 0);
      const error = failing
        ? { kind: 'ZeroDivisionError', message: 'division by zero', place: { line: 14, column: 11, endLine: 14, endColumn: 23 }, hints: ['`visits` is 0 here.'], frames: [{ function: 'rate', line: 14, source: 'return 360 / visits' }], task: 'rate-1f3a', text: 'Traceback (most recent call last):\n  File "program.py", line 26, in <module>\n    best.compute()\n  File "program.py", line 14, in rate\n    return 360 / visits\nZeroDivisionError: division by zero' }
        : null;
      const totals = [{ call: 0, tasks: picture.graph.tasks.length, workers: options.workers, wallUs, workUs: Math.abs(workUs), longestPathUs: 900_000, parallelism: Math.abs(workUs) / Math.max(1, wallUs), home: 0 }];
      later(wallUs / 1000 + 10, { type: 'ended', id, result: { last: error ? null : '140', error, totals, wallUs, stopped: false } });
    };
    return {
      post(request: Request) {
        switch (request.type) {
          case 'load':
            later(request.threads > 0 ? 150 : 20, { type: 'loaded', id: request.id, threads: request.threads === 0 ? 0 : threads, interrupt: null, reason: null });
            break;
          case 'preview':
            later(4, { type: 'previewed', id: request.id, preview: previewOf(request.source, request.look) });
            break;
          case 'run':
            run(request.id, request.source, request.options);
            break;
          case 'draw': {
            const graph: GraphData = JSON.parse(request.graph);
            later(4, { type: 'layout', id: request.id, layout: layoutOf(graph.tasks, request.look.style) });
            break;
          }
          case 'write':
            later(4, { type: 'failed', id: request.id, reason: 'This engine writes no files.' });
            break;
          case 'answer':
          case 'letters':
            break;
          default:
            assertNever(request);
        }
      },
      close() {
        closed = true;
      },
    };
  };
}

export function connectFake(handlers: EngineHandlers): Engine {
  const single = new URLSearchParams(location.search).has('single');
  const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const preview = new PreviewClient(fakePort(0), handlers);
  const runner = new RunClient(fakePort(single ? 0 : 4), handlers.state);
  preview.load({ glueUrl: '', module });
  runner.load({ glueUrl: '', module }, single ? 0 : 4);
  return { preview, runner, threads: 4 };
}
