/**
 * The engine's data as the page sees it, mirrored from `crate/engine/src/data.rs`.
 *
 * Lines are 1-based, columns 0-based UTF-16 units; times are microseconds;
 * sizes are bytes; lengths in pictures are CSS pixels.
 */

/** An absent value: serde writes `null` or leaves the field out. */
export type Maybe<T> = T | null | undefined;

export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface Frame {
  function: string;
  line: number;
  source: string;
}

export interface Diagnostic {
  kind: string;
  message: string;
  place?: Maybe<Place>;
  hints: string[];
  frames: Frame[];
  task?: Maybe<string>;
  text: string;
}

export type TaskKind = 'task' | 'data' | 'alias';
export type ShapeKind = 'circle' | 'box' | 'label' | 'stack';
export type Style = 'dask' | 'clear';
export type Direction = 'bottomToTop' | 'topToBottom' | 'leftToRight' | 'rightToLeft';
export type CallKind = 'compute' | 'get' | 'visualize' | 'persist' | 'variable';
export type SleepKind = 'real' | 'virtual';
export type TraceKind = 'ready' | 'start' | 'end' | 'failed' | 'release' | 'home';

/** A value in a few letters. */
export interface ValueData {
  /** At most 40 letters: `12`, `[1, 2, …`, `(4, 4) float64`. */
  text: string;
  /** The name of its class. */
  kind: string;
}

export interface TaskData {
  id: number;
  key: string;
  prefix: string;
  kind: TaskKind;
  box: string;
  deps: number[];
  /** 1-based line of the program that made the task; 0 when unknown. */
  line: number;
  /** The call with its plain arguments, where it has any: `measure(3)`. */
  call?: Maybe<string>;
  /** The value, for what needs no computing and for what a preview computed. */
  value?: Maybe<ValueData>;
}

export interface GraphData {
  tasks: TaskData[];
  outputs: number[];
  cyclic: boolean;
  /** Equal for graphs that look the same. */
  figure: string;
}

export interface Shape {
  id: string;
  task: number;
  kind: ShapeKind;
  /** The whole text; empty for most values. */
  label: string;
  /** The text as it is written: in lines that fit. */
  lines: string[];
  fontPx: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** How many tasks it stands for. */
  count: number;
}

export interface Edge {
  /** Indices in `Layout.shapes`. */
  from: number;
  to: number;
  /** x and y of a first point, then of two control points and an end for each cubic Bézier piece. */
  curve: number[];
  /** How many dependencies it stands for. */
  count: number;
}

/** A stack whose tasks are drawn one by one. */
export interface OpenStack {
  id: string;
  label: string;
  count: number;
}

export interface Layout {
  width: number;
  height: number;
  shapes: Shape[];
  edges: Edge[];
  /** For each task, the index of the first shape that shows it. */
  shapeOf: number[];
  /** Some tasks are folded into stacks, or would be if they were not opened. */
  folds: boolean;
  /** How far most of what was in the picture before has moved since. */
  shift: [number, number];
  open: OpenStack[];
  /** Why less than was asked for is drawn. */
  notice?: Maybe<string>;
}

/** How a graph is to be drawn. */
export interface Look {
  style: Style;
  direction: Direction;
  /** Stacks that are drawn task by task, by the id they have when closed. */
  open: string[];
  /** No stacks, as far as that is possible. */
  unfold: boolean;
}

export interface Picture {
  name: string;
  call: CallKind;
  line: number;
  graph: GraphData;
  /** Where everything is drawn, for the picture that is shown. */
  layout?: Maybe<Layout>;
}

export interface Preview {
  pictures: Picture[];
  shown?: Maybe<number>;
  output: string;
  last?: Maybe<string>;
  error?: Maybe<Diagnostic>;
  notice?: Maybe<string>;
  asks: boolean;
  steps: number;
  elapsedUs: number;
}

export interface RunOptions {
  workers: number;
  sleep: SleepKind;
}

export interface TraceEvent {
  call: number;
  task: number;
  kind: TraceKind;
  worker: number;
  timeUs: number;
  bytes: number;
  /** The result, for `end`. */
  value?: Maybe<ValueData>;
}

export interface CallTotals {
  call: number;
  tasks: number;
  workers: number;
  wallUs: number;
  workUs: number;
  longestPathUs: number;
  parallelism: number;
  home: number;
}

export interface RunResult {
  last?: Maybe<string>;
  error?: Maybe<Diagnostic>;
  totals: CallTotals[];
  wallUs: number;
  stopped: boolean;
}

export type RunEvent =
  | { type: 'output'; text: string }
  | { type: 'graph'; call?: Maybe<number>; picture: Picture }
  | { type: 'trace'; events: TraceEvent[] };
