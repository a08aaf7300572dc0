/**
 * Paints shapes and lines on a canvas as `NodeShape`, `StackShape` and
 * `SvgView` draw them as elements: the same states in the same colours. The
 * context is in the pixels of the picture. What is too small on the screen to
 * be told apart is painted with fewer strokes.
 */
import { mix, type Palette } from '../ui/palette';
import type { TaskState } from '../app/record';
import { LEGIBLE_SCALE, thickness, widening, type SceneEdge, type SceneNode } from './scene';
import { barOf, faceOf, faceState, SHEETS } from './stack';
import { isHome, shownState, stateOf, stretches, type Codes, type Tallies, type Tally } from './states';
import { cutToShape, NAME_UP_PX, VALUE_DOWN_PX, VALUE_FONT_PX } from './values';

/** How a shape in one state is drawn. */
export interface Style {
  fill: string;
  stroke: string;
  width: number;
  dashed: boolean;
  text: string;
  bold: boolean;
}

/** Everything that a palette decides, worked out once for each palette. */
export interface Styles {
  palette: Palette;
  shapes: Record<TaskState | 'still', Style>;
  /** Of values that the program gave. */
  given: Record<TaskState | 'still', Style>;
  line: string;
  tip: string;
  sheet: string;
  sheetLine: string;
  track: string;
}

export function stylesOf(palette: Palette): Styles {
  const { surface, text, muted, accent, accentSoft, accentLine, onAccent, lineStrong, red, redSoft } = palette;
  const of = (fill: string, stroke: string, ink: string, rest: Partial<Style> = {}): Style => ({ fill, stroke, text: ink, width: 1.5, dashed: false, bold: false, ...rest });
  const still = of(surface, mix(text, surface, 0.62), text);
  const waiting = of(surface, lineStrong, muted);
  const ready = of(surface, accent, text, { dashed: true });
  const shapes = {
    still,
    waiting,
    ready,
    running: of(accent, accent, onAccent),
    memory: of(accent, accent, onAccent),
    released: of(accentSoft, accentLine, muted),
    failed: of(redSoft, red, text, { width: 2, bold: true }),
  };
  const fill = mix(text, surface, 0.05);
  const given = { ...shapes, still: { ...still, fill }, waiting: { ...waiting, fill }, ready: { ...ready, fill }, memory: of(fill, lineStrong, text) };
  return { palette, shapes, given, line: mix(text, surface, 0.42), tip: mix(text, surface, 0.52), sheet: mix(text, surface, 0.04), sheetLine: mix(text, surface, 0.4), track: mix(text, surface, 0.1) };
}

export interface Brush {
  context: CanvasRenderingContext2D;
  styles: Styles;
  /** Pixels of the screen for one of the picture. */
  scale: number;
}

/** What the shapes of a run show; states and counts are `null` while nothing runs. */
export interface Run {
  codes: Codes | null;
  tallies: Tallies | null;
  /** What a task came to, where it is known. */
  valueOf: (task: number) => string | null;
}

const LINE_PX = 1.25;
/** Half the width and the length of an arrow's tip, for a line that is pointed out and for others. */
const TIP = { plain: [5.9, 2.8], lit: [7.5, 3.6] } as const;
/** Tips shorter than this on the screen are left out. */
const LEAST_TIP_PX = 2.2;
/** Lines are straight below this scale: their bends cannot be seen. */
const STRAIGHT_SCALE = 0.2;
/** Shapes smaller than this on the screen are mere spots. */
const SPOT_PX = 4;
/** Letters smaller than this on the screen are left out. */
const LEAST_LETTER_PX = 3.5;
/** Outlines drawn at once: neither a call for each nor one outline over the whole screen. */
const BATCH = 40;
const RING_PX = 4;
const DASH = [4, 3];
const STRIPE_PX = 12;

// ---- lines ----

function trace(context: CanvasRenderingContext2D, curve: number[], straight: boolean): void {
  context.moveTo(curve[0] ?? 0, curve[1] ?? 0);
  for (let i = 2; i + 5 < curve.length; i += 6) {
    if (straight) context.lineTo(curve[i + 4] ?? 0, curve[i + 5] ?? 0);
    else context.bezierCurveTo(curve[i] ?? 0, curve[i + 1] ?? 0, curve[i + 2] ?? 0, curve[i + 3] ?? 0, curve[i + 4] ?? 0, curve[i + 5] ?? 0);
  }
}

function tip(context: CanvasRenderingContext2D, curve: number[], [length, half]: readonly [number, number]): void {
  const last = curve.length - 2;
  if (last < 6) return;
  const [x, y] = [curve[last] ?? 0, curve[last + 1] ?? 0];
  let [dx, dy] = [x - (curve[last - 2] ?? 0), y - (curve[last - 1] ?? 0)];
  const way = Math.hypot(dx, dy);
  if (way === 0) return;
  dx /= way;
  dy /= way;
  context.moveTo(x, y);
  context.lineTo(x - dx * length - dy * half, y - dy * length + dx * half);
  context.lineTo(x - dx * length + dy * half, y - dy * length - dx * half);
  context.closePath();
}

/** Draws each line by `trace` or `tip`, a batch at a time. */
function inBatches<T>(context: CanvasRenderingContext2D, things: readonly T[], draw: (thing: T) => void, finish: () => void): void {
  for (let from = 0; from < things.length; from += BATCH) {
    context.beginPath();
    const end = Math.min(things.length, from + BATCH);
    for (let i = from; i < end; i += 1) {
      const thing = things[i];
      if (thing !== undefined) draw(thing);
    }
    finish();
  }
}

export function paintEdges(brush: Brush, edges: readonly SceneEdge[], look: 'plain' | 'lit'): void {
  const { context, styles, scale } = brush;
  const straight = scale < STRAIGHT_SCALE;
  const wider = widening(scale);
  const lit = look === 'lit';
  context.strokeStyle = lit ? styles.palette.accent : styles.line;
  const stroke = (list: readonly SceneEdge[], thick: number): void => {
    context.lineWidth = (lit ? 0.75 + LINE_PX * thick : LINE_PX * thick) * wider;
    inBatches(context, list, (edge) => trace(context, edge.curve, straight), () => context.stroke());
  };
  stroke(edges.filter((edge) => edge.count <= 1), 1);
  for (const edge of edges) if (edge.count > 1) stroke([edge], thickness(edge));
  const size = TIP[look];
  if (size[0] * scale < LEAST_TIP_PX) return;
  context.fillStyle = lit ? styles.palette.accent : styles.tip;
  inBatches(context, edges, (edge) => tip(context, edge.curve, size), () => context.fill());
}

// ---- shapes ----

function outline(context: CanvasRenderingContext2D, node: SceneNode, grown = 0): void {
  const [w, h] = [node.width / 2 + grown, node.height / 2 + grown];
  if (node.kind === 'circle') {
    context.moveTo(node.x + w, node.y);
    context.ellipse(node.x, node.y, w, h, 0, 0, 2 * Math.PI);
    return;
  }
  const corner = (node.kind === 'box' ? 4 : Math.min(10, node.height / 2)) + grown;
  context.roundRect(node.x - w, node.y - h, 2 * w, 2 * h, corner);
}

function codeOf(run: Run, node: SceneNode): number | null {
  return run.codes?.[node.task] ?? null;
}

export function styleOf(styles: Styles, node: SceneNode, run: Run): Style {
  const code = codeOf(run, node);
  const state = code === null ? 'still' : shownState(node, stateOf(code));
  return (node.given ? styles.given : styles.shapes)[state];
}

/** A spot in the colour that a shape is mostly seen in. */
function paintSpots({ context, styles, scale }: Brush, nodes: readonly SceneNode[], style: Style): void {
  context.fillStyle = style.fill === styles.palette.surface ? style.stroke : style.fill;
  const least = 1 / scale;
  for (const node of nodes) {
    const [w, h] = [Math.max(least, node.width), Math.max(least, node.height)];
    context.fillRect(node.x - w / 2, node.y - h / 2, w, h);
  }
}

function paintBodies({ context, scale }: Brush, nodes: readonly SceneNode[], style: Style): void {
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = style.width * widening(scale);
  context.setLineDash(style.dashed ? DASH : []);
  inBatches(context, nodes, (node) => outline(context, node), () => {
    context.fill();
    context.stroke();
  });
  context.setLineDash([]);
}

function paintLabels({ context, styles, scale }: Brush, nodes: readonly SceneNode[], style: Style, valueOf: Run['valueOf']): void {
  context.fillStyle = style.text;
  let size = 0;
  const write = (text: string, x: number, y: number, px: number): void => {
    if (px !== size) {
      size = px;
      context.font = `${style.bold ? '600 ' : ''}${px}px ${styles.palette.mono}`;
    }
    context.fillText(text, x, y);
  };
  for (const node of nodes) {
    const { fontPx, lines } = node;
    if (lines.length === 0 || fontPx * scale < LEAST_LETTER_PX) continue;
    const value = node.kind === 'label' ? valueOf(node.task) : null;
    const first = node.y + fontPx * (0.34 - 0.55 * (lines.length - 1)) - (value === null ? 0 : NAME_UP_PX);
    lines.forEach((line, i) => write(line, node.x, first + 1.1 * fontPx * i, fontPx));
    if (value !== null) write(cutToShape(value, node.width), node.x, node.y + VALUE_DOWN_PX + 0.34 * VALUE_FONT_PX, VALUE_FONT_PX);
  }
}

/** Where the cross of a failure is, and how large: beside a label on the border, else in the middle. */
function paintCross({ context, styles }: Brush, node: SceneNode): void {
  const { red, surface } = styles.palette;
  let [x, y] = [node.x, node.y];
  let size = Math.min(node.width, node.height) * 0.5;
  context.lineWidth = 2;
  context.strokeStyle = red;
  if (node.label !== '') {
    size = 8;
    [x, y] = node.kind === 'circle' ? [x + node.width * 0.354, y - node.height * 0.354] : [x + node.width / 2 - 2, y - node.height / 2 + 2];
    context.fillStyle = red;
    context.strokeStyle = surface;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x - size / 2, y - size / 2);
  context.lineTo(x + size / 2, y + size / 2);
  context.moveTo(x + size / 2, y - size / 2);
  context.lineTo(x - size / 2, y + size / 2);
  context.stroke();
  context.lineCap = 'butt';
}

/** The second border of tasks that ran in the main program. */
function paintRings({ context }: Brush, nodes: readonly SceneNode[], style: Style): void {
  context.strokeStyle = style.stroke;
  context.lineWidth = LINE_PX;
  context.setLineDash(style.dashed ? DASH : []);
  inBatches(context, nodes, (node) => outline(context, node, RING_PX), () => context.stroke());
  context.setLineDash([]);
}

/** Slanted stripes within an outline; `offset` moves them, in pixels of the picture. */
function paintStripes({ context, styles }: Brush, node: SceneNode, offset: number): void {
  const [w, h] = [node.width / 2, node.height / 2];
  context.save();
  context.beginPath();
  outline(context, node);
  context.clip();
  context.strokeStyle = styles.palette.stripe;
  context.lineWidth = 5;
  context.beginPath();
  // Slanted by 45 degrees, so a stripe lies further from the next along the border.
  const step = STRIPE_PX * Math.SQRT2;
  for (let x = -w - 2 * h - step + (offset % step); x < w + step; x += step) {
    context.moveTo(node.x + x, node.y + h);
    context.lineTo(node.x + x + 2 * h, node.y - h);
  }
  context.stroke();
  context.restore();
}

function paintBar(brush: Brush, face: SceneNode, tally: Tally): void {
  const { context, styles } = brush;
  const { accent, accentLine, red } = styles.palette;
  const bar = barOf(face);
  context.fillStyle = styles.track;
  context.fillRect(bar.x, bar.y, bar.width, bar.height);
  for (const part of stretches(tally, bar.width)) {
    const x = bar.x + part.x;
    if (part.state === 'ready') {
      context.strokeStyle = accent;
      context.lineWidth = 2;
      context.setLineDash(DASH);
      context.beginPath();
      context.moveTo(x, bar.y + bar.height / 2);
      context.lineTo(x + part.width, bar.y + bar.height / 2);
      context.stroke();
      context.setLineDash([]);
      continue;
    }
    context.fillStyle = part.state === 'failed' ? red : part.state === 'released' ? accentLine : accent;
    context.fillRect(x, bar.y, part.width, bar.height);
    const strip: SceneNode = { ...face, kind: 'box', x: x + part.width / 2, y: bar.y + bar.height / 2, width: part.width, height: bar.height };
    if (part.state === 'running') paintStripes(brush, strip, 0);
  }
}

function paintStack(brush: Brush, node: SceneNode, tally: Tally | null): void {
  const { context, styles, scale } = brush;
  const moved = faceOf(node);
  const face: SceneNode = { ...moved, x: node.x + moved.x, y: node.y + moved.y };
  context.fillStyle = styles.sheet;
  context.strokeStyle = styles.sheetLine;
  context.lineWidth = LINE_PX * widening(scale);
  for (const away of SHEETS) {
    context.beginPath();
    outline(context, { ...face, x: face.x + away, y: face.y - away });
    context.fill();
    context.stroke();
  }
  const state = tally ? faceState(tally) : null;
  const style = styles.shapes[state ?? 'still'];
  paintBodies(brush, [face], style);
  if (tally && tally.all === null) paintBar(brush, face, tally);
  if (scale >= LEGIBLE_SCALE) paintLabels(brush, [face], style, () => null);
  if (state === 'failed') paintCross(brush, face);
}

/** Shapes by the style they have, in the order in which they come. */
function byStyle(styles: Styles, nodes: readonly SceneNode[], run: Run): Map<Style, SceneNode[]> {
  const groups = new Map<Style, SceneNode[]>();
  for (const node of nodes) {
    if (node.kind === 'stack') continue;
    const style = styleOf(styles, node, run);
    const group = groups.get(style);
    if (group) group.push(node);
    else groups.set(style, [node]);
  }
  return groups;
}

export function paintNodes(brush: Brush, nodes: readonly SceneNode[], run: Run): void {
  const { context, styles, scale } = brush;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const [style, group] of byStyle(styles, nodes, run)) {
    const spots = group.filter((node) => Math.max(node.width, node.height) * scale < SPOT_PX);
    const large = spots.length === 0 ? group : group.filter((node) => Math.max(node.width, node.height) * scale >= SPOT_PX);
    paintSpots(brush, spots, style);
    paintBodies(brush, large, style);
    if (scale >= LEGIBLE_SCALE) paintLabels(brush, large, style, run.valueOf);
    const home = run.codes ? group.filter((node) => isHome(codeOf(run, node) ?? 0)) : [];
    paintRings(brush, home, style);
    const failed = style === styles.shapes.failed || style === styles.given.failed;
    if (failed) for (const node of group) paintCross(brush, node);
  }
  for (const node of nodes) if (node.kind === 'stack') paintStack(brush, node, run.tallies?.get(node.task) ?? null);
}

/** Shapes that run, with their stripes moved by `offset`. */
export function paintRunning(brush: Brush, nodes: readonly SceneNode[], offset: number, valueOf: Run['valueOf']): void {
  const style = brush.styles.shapes.running;
  for (const node of nodes) {
    paintStripes(brush, node, offset);
    if (brush.scale >= LEGIBLE_SCALE) paintLabels(brush, [node], style, valueOf);
  }
}

/** A frame around a shape: that of the keyboard, or that of a search. */
export function paintFrame({ context, scale }: Brush, node: SceneNode, colour: string, widthPx: number, awayPx: number): void {
  context.strokeStyle = colour;
  context.lineWidth = widthPx / scale;
  context.beginPath();
  outline(context, node, awayPx / scale);
  context.stroke();
}
