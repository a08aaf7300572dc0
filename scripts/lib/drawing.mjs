/**
 * Reads drawings of graphs from SVG files, ours and graphviz's, and counts the
 * crossings of their lines, both by the same code.
 */

/** Straight stretches that stand for one piece of a curve. */
const STEPS = 12;
/** Lines that begin or end together run into one another there: nearer than this to such an end nothing is counted. */
const NEAR_PX = 16;

/** Absolute `M`, `L` and `C` as points; curves become stretches. */
function pointsOf(path) {
  const points = [];
  for (const [, command, tail] of path.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const numbers = (tail.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const corners = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) corners.push([numbers[i], numbers[i + 1]]);
    if (command !== 'C') points.push(...corners);
    for (let i = 0; command === 'C' && i + 2 < corners.length; i += 3) {
      const [a, b, c, d] = [points.at(-1), ...corners.slice(i, i + 3)];
      for (let step = 1; step <= STEPS; step += 1) {
        const t = step / STEPS;
        const s = 1 - t;
        points.push([0, 1].map((axis) => s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis]));
      }
    }
  }
  return points;
}

/** Width, height, and the points of each line of an SVG file. */
export function readDrawing(svg) {
  const [, , width, height] = /viewBox="([^"]*)"/.exec(svg)[1].split(/\s+/).map((text, index) => (index < 2 ? text : Number(text)));
  const lines = [...svg.matchAll(/<path\b[^>]*\bd="([^"]*)"/g)]
    .map(([, path]) => path)
    // Closed paths are arrow heads and rounded boxes.
    .filter((path) => !/z/i.test(path))
    .map(pointsOf);
  return { width: Math.round(width), height: Math.round(height), lines };
}

/** Where two stretches cross, or null. */
function meeting([a, b], [c, d]) {
  const side = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const [s, t, u, v] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  // A corner counts to one side, so that crossing through a corner is seen.
  if (s < 0 === t < 0 || u < 0 === v < 0) return null;
  const share = s / (s - t);
  return [c[0] + (d[0] - c[0]) * share, c[1] + (d[1] - c[1]) * share];
}

const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function cross(first, second) {
  const together = (a, b, at) => distance(a, at) < NEAR_PX && distance(b, at) < NEAR_PX;
  for (let i = 1; i < first.length; i += 1) {
    for (let j = 1; j < second.length; j += 1) {
      const at = meeting([first[i - 1], first[i]], [second[j - 1], second[j]]);
      if (at && !together(first[0], second[0], at) && !together(first.at(-1), second.at(-1), at)) return true;
    }
  }
  return false;
}

/** Pairs of lines that cross. */
export function crossingsOf({ lines }) {
  let count = 0;
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) count += cross(line, other) ? 1 : 0;
  });
  return count;
}

/** Graphviz's SVG without what nobody sees, its lengths in tenths. */
export function compactSvg(svg) {
  return svg
    .replace(/<\?xml[^>]*>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->|<title>[^<]*<\/title>/g, '')
    .replace(/ (id|class|xmlns:xlink)="[^"]*"/g, '')
    .replace(/(width|height)="([\d.]+)pt"/g, '$1="$2"')
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/<g>\s*/g, '')
    .replace(/<\/g>(?!\s*<\/svg>)/g, '')
    .replace(/\n\s*\n*/g, '\n')
    .trim()
    .concat('\n');
}
