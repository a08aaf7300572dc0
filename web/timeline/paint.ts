/**
 * Paints the lanes on a canvas: thousands of bars at the speed of the screen.
 * Takes everything it needs as arguments; colours come from the page's palette.
 */
import type { RunRecord } from '../app/record';
import { formatTime } from '../ui/format';
import type { Palette } from '../ui/palette';
import { barLook, idleOf, ticks, type Bar, type BarLook, type Lanes } from './scene';

export interface Frame {
  width: number;
  height: number;
  fromUs: number;
  toUs: number;
  /** The moment that the axis counts from. */
  zeroUs: number;
  /** The moment shown. */
  atUs: number;
  replay: boolean;
  running: boolean;
  /** Offset of the moving stripes, in pixels. */
  stripePx: number;
  emphasised: (bar: Bar) => boolean | null;
}

export const AXIS_PX = 22;
const LANE_MOST_PX = 46;
/** Lanes lower than this would put their names over one another; then the pane scrolls. */
const LANE_LEAST_PX = 16;
const LANE_GAP_PX = 6;
const STRIPE_PX = 10;

export function laneHeight(lanes: Lanes, height: number): number {
  return Math.max(LANE_LEAST_PX, Math.min(LANE_MOST_PX, (height - AXIS_PX - 4) / Math.max(1, lanes.names.length)));
}

/** The height that all lanes need at least, axis included. */
export function leastHeight(lanes: number): number {
  return AXIS_PX + 4 + LANE_LEAST_PX * lanes;
}

export function xOf(frame: Pick<Frame, 'width' | 'fromUs' | 'toUs'>, us: number): number {
  return ((us - frame.fromUs) / (frame.toUs - frame.fromUs)) * frame.width;
}

export function usOf(frame: Pick<Frame, 'width' | 'fromUs' | 'toUs'>, x: number): number {
  return frame.fromUs + (x / frame.width) * (frame.toUs - frame.fromUs);
}

interface Brush {
  context: CanvasRenderingContext2D;
  palette: Palette;
  frame: Frame;
}

function fillOf(look: BarLook, palette: Palette): string {
  switch (look) {
    case 'released':
      return palette.accentSoft;
    case 'failed':
      return palette.redSoft;
    case 'moved':
    case 'waiting':
    case 'ready':
      return palette.surface;
    default:
      return palette.accent;
  }
}

function strokeOf(look: BarLook, palette: Palette): string {
  if (look === 'failed') return palette.red;
  if (look === 'released') return palette.accentLine;
  return look === 'moved' ? palette.lineStrong : palette.accent;
}

function stripes({ context, palette, frame }: Brush, x: number, y: number, w: number, h: number): void {
  context.save();
  context.clip();
  context.strokeStyle = palette.stripe;
  context.lineWidth = 4;
  context.beginPath();
  const first = Math.floor((x - h) / STRIPE_PX) * STRIPE_PX + (frame.stripePx % STRIPE_PX);
  for (let at = first; at < x + w + h; at += STRIPE_PX) {
    context.moveTo(at, y + h);
    context.lineTo(at + h, y);
  }
  context.stroke();
  context.restore();
}

function label({ context, palette }: Brush, text: string, look: BarLook, x: number, y: number, w: number, h: number): void {
  if (w < 22 || h < 12) return;
  const size = h >= 22 ? 12 : 10;
  context.font = `${size}px ${palette.mono}`;
  const room = Math.floor((w - 10) / (size * 0.61));
  if (room < 2) return;
  const shown = text.length <= room ? text : `${text.slice(0, room - 1)}…`;
  const solid = look === 'running' || look === 'memory';
  context.fillStyle = solid ? palette.onAccent : look === 'failed' ? palette.text : palette.muted;
  context.fillText(shown, x + 6, y + h / 2 + 0.5);
}

function paintBar(brush: Brush, bar: Bar, look: BarLook, lane: number, emphasis: boolean | null): void {
  const { context, palette, frame } = brush;
  const end = look === 'running' ? Math.min(bar.endUs, frame.atUs) : bar.endUs;
  const x = xOf(frame, bar.startUs);
  const w = Math.max(1, xOf(frame, end) - x - 1);
  if (x > frame.width || x + w < 0) return;
  const y = AXIS_PX + bar.lane * lane + LANE_GAP_PX / 2;
  const h = lane - LANE_GAP_PX;
  context.globalAlpha = emphasis === false ? 0.25 : 1;
  if (w < 3) {
    context.fillStyle = strokeOf(look, palette);
    context.fillRect(x, y, w, h);
    context.globalAlpha = 1;
    return;
  }
  const corner = Math.min(5, h / 3, w / 2);
  context.beginPath();
  context.roundRect(x + 0.5, y + 0.5, w - 1, h - 1, corner);
  context.fillStyle = fillOf(look, palette);
  context.fill();
  context.strokeStyle = strokeOf(look, palette);
  context.lineWidth = look === 'failed' ? 1.5 : 1;
  if (look === 'moved') context.setLineDash([3, 3]);
  context.stroke();
  context.setLineDash([]);
  if (look === 'running') stripes(brush, x, y, w, h);
  if (bar.home && w > 8 && h > 10) {
    context.beginPath();
    context.roundRect(x + 3, y + 3, w - 6, h - 6, Math.max(0, corner - 2));
    context.strokeStyle = look === 'running' || look === 'memory' ? palette.onAccent : strokeOf(look, palette);
    context.stroke();
  }
  if (look === 'failed') {
    const size = Math.min(8, h / 2, w / 2);
    const cx = x + w - size - 3;
    const cy = y + h / 2;
    if (w > 3 * size) {
      context.beginPath();
      context.moveTo(cx - size / 2, cy - size / 2);
      context.lineTo(cx + size / 2, cy + size / 2);
      context.moveTo(cx + size / 2, cy - size / 2);
      context.lineTo(cx - size / 2, cy + size / 2);
      context.strokeStyle = palette.red;
      context.lineWidth = 1.75;
      context.stroke();
    }
  }
  if (emphasis === true) {
    context.beginPath();
    context.roundRect(x - 1.5, y - 1.5, w + 3, h + 3, corner + 2);
    context.strokeStyle = palette.text;
    context.lineWidth = 1.5;
    context.stroke();
  }
  label(brush, bar.label, look, bar.home ? x + 3 : x, y, bar.home ? w - 6 : w, h);
  context.globalAlpha = 1;
}

function paintAxis({ context, palette, frame }: Brush, bottom: number): void {
  context.font = `11px ${palette.sans}`;
  context.fillStyle = palette.muted;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  for (const us of ticks(frame.fromUs - frame.zeroUs, frame.toUs - frame.zeroUs, Math.max(2, Math.floor(frame.width / 90)))) {
    const x = Math.round(xOf(frame, us + frame.zeroUs)) + 0.5;
    context.beginPath();
    context.moveTo(x, AXIS_PX - 4);
    context.lineTo(x, bottom);
    context.stroke();
    const text = us === 0 ? '0' : formatTime(us);
    const w = context.measureText(text).width;
    if (x + w / 2 > frame.width) continue;
    context.fillText(text, Math.max(0, x - w / 2), 9);
  }
}

function paintTracks(brush: Brush, lanes: Lanes, lane: number): void {
  const { context, palette, frame } = brush;
  lanes.names.forEach((_, index) => {
    const y = AXIS_PX + index * lane + LANE_GAP_PX / 2;
    context.fillStyle = palette.track;
    context.beginPath();
    context.roundRect(0, y, frame.width, lane - LANE_GAP_PX, 5);
    context.fill();
  });
}

function paintIdle(brush: Brush, lanes: Lanes, lane: number): void {
  const { context, palette, frame } = brush;
  if (frame.running || lanes.bars.length === 0 || lane < 18) return;
  context.font = `11px ${palette.sans}`;
  lanes.names.forEach((name, index) => {
    if (name === 'main program') return;
    for (const [from, to] of idleOf(lanes, index)) {
      const x = xOf(frame, from);
      const w = xOf(frame, to) - x;
      if (w < 44) continue;
      const text = w > 84 ? `idle ${formatTime(to - from)}` : 'idle';
      const textWidth = context.measureText(text).width;
      const left = x + w / 2 - textWidth / 2;
      const middle = AXIS_PX + index * lane + lane / 2;
      context.fillStyle = palette.track;
      context.fillRect(left - 4, middle - 8, textWidth + 8, 16);
      context.fillStyle = palette.muted;
      context.fillText(text, left, middle + 0.5);
    }
  });
}

function paintMoment({ context, palette, frame }: Brush, bottom: number): void {
  if (!frame.replay && !frame.running) return;
  const x = Math.round(xOf(frame, frame.atUs)) + 0.5;
  if (x < 0 || x > frame.width + 1) return;
  context.strokeStyle = palette.text;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, AXIS_PX - 6);
  context.lineTo(x, bottom);
  context.stroke();
  if (!frame.replay) return;
  context.fillStyle = palette.text;
  context.beginPath();
  context.moveTo(x - 5, AXIS_PX - 12);
  context.lineTo(x + 5, AXIS_PX - 12);
  context.lineTo(x, AXIS_PX - 4);
  context.fill();
}

export function paintLanes(context: CanvasRenderingContext2D, palette: Palette, lanes: Lanes, record: RunRecord, frame: Frame): void {
  const brush: Brush = { context, palette, frame };
  const lane = laneHeight(lanes, frame.height);
  const bottom = AXIS_PX + lane * lanes.names.length;
  context.clearRect(0, 0, frame.width, frame.height);
  context.textBaseline = 'middle';
  paintTracks(brush, lanes, lane);
  paintAxis(brush, bottom);
  paintIdle(brush, lanes, lane);
  for (const bar of lanes.bars) {
    const look = barLook(bar, record.calls[bar.call]?.tasks[bar.task], frame.atUs, frame.replay);
    const emphasis = frame.emphasised(bar);
    if (look) paintBar(brush, bar, look, lane, emphasis);
    else if (frame.replay) paintGhost(brush, bar, lane);
  }
  paintMoment(brush, bottom);
}

/** A bar that has not begun at the moment shown. */
function paintGhost({ context, palette, frame }: Brush, bar: Bar, lane: number): void {
  const x = xOf(frame, bar.startUs);
  const w = Math.max(1, xOf(frame, bar.endUs) - x - 1);
  if (w < 3) return;
  context.globalAlpha = 0.5;
  context.strokeStyle = palette.lineStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x + 0.5, AXIS_PX + bar.lane * lane + LANE_GAP_PX / 2 + 0.5, w - 1, lane - LANE_GAP_PX - 1, Math.min(5, w / 2));
  context.stroke();
  context.globalAlpha = 1;
}
