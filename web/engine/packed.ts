/**
 * Reads what the engine packs after every key: `crate/engine/src/packed.rs`
 * says how and why. Lengths in rows are tenths of a pixel.
 */
import type { Edge, GraphData, Layout, OpenStack, Picture, Preview, Shape, TaskData, ValueData } from './types';

interface PackedGraph extends Pick<GraphData, 'outputs' | 'cyclic' | 'figure'> {
  rows: number[];
  boxes: string[];
}

export interface PackedLayout extends Pick<Layout, 'width' | 'height' | 'shapeOf' | 'folds' | 'shift' | 'notice'> {
  forms: Array<Omit<Shape, 'id' | 'task' | 'x' | 'y'>>;
  ids: string[];
  shapes: number[];
  edges: number[];
  open: OpenStack[];
}

export interface PackedPreview extends Omit<Preview, 'pictures'> {
  keys: string[];
  makes: Array<Pick<TaskData, 'prefix' | 'kind' | 'line'>>;
  calls: string[];
  values: ValueData[];
  graphs: PackedGraph[];
  pictures: Array<Omit<Picture, 'graph' | 'layout'> & { graph: number; layout?: PackedLayout | null }>;
}

/** The numbers of rows, one after the other. */
class Rows {
  #at = 0;

  constructor(private readonly numbers: number[]) {}

  get more(): boolean {
    return this.#at < this.numbers.length;
  }

  next(): number {
    const number = this.numbers[this.#at];
    if (number === undefined) throw new Error('The engine sent rows that end too early.');
    this.#at += 1;
    return number;
  }

  take(count: number): number[] {
    const from = this.#at;
    this.#at += count;
    return this.numbers.slice(from, this.#at);
  }
}

function entry<T>(list: T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('The engine sent a row that names nothing.');
  return found;
}

function unpackGraph({ rows: numbers, boxes, outputs, cyclic, figure }: PackedGraph, { keys, makes, calls, values }: PackedPreview): GraphData {
  const rows = new Rows(numbers);
  const tasks: TaskData[] = [];
  while (rows.more) {
    const id = tasks.length;
    const key = entry(keys, rows.next());
    const { prefix, kind, line } = entry(makes, rows.next());
    const [call, value] = [calls[rows.next() - 1], values[rows.next() - 1]];
    const deps = rows.take(rows.next());
    tasks.push({ id, key, prefix, kind, box: boxes[id] ?? '', deps, line, ...(call !== undefined && { call }), ...(value && { value }) });
  }
  return { tasks, outputs, cyclic, figure };
}

/** Points of a curve in pixels; two points are a straight line with its control points at the thirds. */
function curveOf(points: number[]): number[] {
  const [x0, y0, x1, y1] = points;
  if (points.length !== 4 || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) {
    return points.map((tenths) => tenths / 10);
  }
  const [dx, dy] = [Math.round((x1 - x0) / 3), Math.round((y1 - y0) / 3)];
  return [x0, y0, x0 + dx, y0 + dy, x1 - dx, y1 - dy, x1, y1].map((tenths) => tenths / 10);
}

export function unpackLayout({ forms, ids, shapes: places, edges: lines, ...layout }: PackedLayout): Layout {
  const rows = new Rows(places);
  const shapes = ids.map((id): Shape => {
    const form = entry(forms, rows.next());
    return { id, task: rows.next(), x: rows.next() / 10, y: rows.next() / 10, ...form };
  });
  const ends = new Rows(lines);
  const edges: Edge[] = [];
  while (ends.more) {
    const [from, to, count] = [ends.next(), ends.next(), ends.next()];
    edges.push({ from, to, curve: curveOf(ends.take(2 * ends.next())), count });
  }
  return { ...layout, shapes, edges };
}

export function unpackPreview(packed: PackedPreview): Preview {
  const { keys: _keys, makes: _makes, calls: _calls, values: _values, graphs: packedGraphs, pictures, ...preview } = packed;
  const graphs = packedGraphs.map((graph) => unpackGraph(graph, packed));
  return {
    ...preview,
    pictures: pictures.map(({ graph, layout, ...picture }) => ({
      ...picture,
      graph: entry(graphs, graph),
      layout: layout ? unpackLayout(layout) : null,
    })),
  };
}
