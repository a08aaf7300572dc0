/**
 * Edges as smooth paths. Every path has the same number of segments, so that
 * one shape of an edge can glide into another.
 */
import type { Point } from '../engine/types';

/** Segments of every path. */
const SEGMENTS = 6;

const round = (value: number): number => Math.round(value * 10) / 10;

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** Points at equal distances along a polyline, both ends included. */
export function resample(points: Point[], count: number): Point[] {
  const first = points[0];
  if (!first) return [];
  const lengths = points.slice(1).map((point, i) => distance(points[i] ?? point, point));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const result: Point[] = [];
  let segment = 0;
  let before = 0;
  for (let i = 0; i < count; i += 1) {
    const target = (total * i) / (count - 1);
    while (segment < lengths.length - 1 && before + (lengths[segment] ?? 0) < target) {
      before += lengths[segment] ?? 0;
      segment += 1;
    }
    const from = points[segment] ?? first;
    const to = points[segment + 1] ?? from;
    const length = lengths[segment] ?? 0;
    const share = length === 0 ? 0 : Math.min(1, (target - before) / length);
    result.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
  }
  return result;
}

/** A Catmull-Rom curve through `points`, as cubic Béziers. */
function curve(points: Point[]): string {
  const [first] = points;
  if (!first) return '';
  let path = `M${round(first[0])} ${round(first[1])}`;
  for (let i = 0; i + 1 < points.length; i += 1) {
    const p1 = points[i] ?? first;
    const p2 = points[i + 1] ?? p1;
    const p0 = points[i - 1] ?? p1;
    const p3 = points[i + 2] ?? p2;
    const c1: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    path += `C${round(c1[0])} ${round(c1[1])} ${round(c2[0])} ${round(c2[1])} ${round(p2[0])} ${round(p2[1])}`;
  }
  return path;
}

/** The path of an edge, from the shape that is needed to the one that needs it. */
export function edgePath(points: Point[]): string {
  if (points.length < 2) return '';
  const spread = resample(points, SEGMENTS + 1);
  const last = points[points.length - 1];
  if (last) spread[spread.length - 1] = last;
  return curve(spread);
}
