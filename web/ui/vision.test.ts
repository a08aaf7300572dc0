/**
 * Whether the states of tasks can be told apart by readers who see fewer
 * colours: what each state looks like, seen through the usual models.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Vision = 'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia';

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

/** G. M. Machado, M. M. Oliveira, L. A. F. Fernandes 2009, at full severity, on linear RGB. */
const SEEN: Record<Vision, Matrix> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
/** sRGB to XYZ, and the white of D65. */
const TO_XYZ: Matrix = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];
const WHITE: Triple = [0.95047, 1, 1.08883];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const row = ([a, b, c]: Triple): number => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** A colour `#rrggbb` in CIELAB, as it is seen. */
function labOf(hex: string, vision: Vision): Triple {
  const [r, g, b] = times(SEEN[vision], linear(hex));
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const [x, y, z] = times(TO_XYZ, [clamp(r), clamp(g), clamp(b)]);
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / WHITE[0]), f(y / WHITE[1]), f(z / WHITE[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function hue(b: number, a: number): number {
  if (a === 0 && b === 0) return 0;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** The CIEDE2000 difference (G. Sharma, W. Wu, E. N. Dalal 2005); 1 is just seen, 10 at a glance. */
function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
  const grey = c1 * c2 === 0;
  let turn = grey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  else if (turn < -180) turn += 360;
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const wide = Math.abs(h1 - h2) > 180;
  const h = grey ? h1 + h2 : wide ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2;
  const t = 1 - 0.17 * Math.cos(radians(h - 30)) + 0.24 * Math.cos(radians(2 * h)) + 0.32 * Math.cos(radians(3 * h + 6)) - 0.2 * Math.cos(radians(4 * h - 63));
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  const [x, y, z] = [(l2 - l1) / sl, (c2 - c1) / sc, dh / sh];
  return Math.sqrt(x * x + y * y + z * z + rt * y * z);
}

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [, light = '', dark = ''] = /:root \{([^}]*)\}[^:]*:root\[data-theme='dark'\] \{([^}]*)\}/.exec(css) ?? [];
const coloursOf = (block: string): Map<string, string> =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));

/** The fill, the outline and the pattern of a shape in each state, as `NodeShape` draws them. */
const LOOKS: Record<string, { fill: string; line: string; pattern: string }> = {
  waiting: { fill: 'surface', line: 'line-strong', pattern: 'none' },
  ready: { fill: 'surface', line: 'accent', pattern: 'dashes' },
  running: { fill: 'accent', line: 'accent', pattern: 'stripes' },
  memory: { fill: 'accent', line: 'accent', pattern: 'none' },
  released: { fill: 'accent-soft', line: 'accent-line', pattern: 'none' },
  failed: { fill: 'red-soft', line: 'red', pattern: 'cross' },
};
/** Told at a glance, and beside a pattern; the least today is 16. */
const GLANCE = 15;
const BESIDE_PATTERN = 15;
const VISIONS: Vision[] = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'];

it('differences are those of the published test data', () => {
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
});

describe.each([['light', coloursOf(light)], ['dark', coloursOf(dark)]])('the states in the %s palette', (_, colours) => {
  it.each(VISIONS)('are told apart with %s vision', (vision) => {
    const states = Object.entries(LOOKS);
    const apart = (a: string, b: string): number => difference(labOf(colours.get(a) ?? '', vision), labOf(colours.get(b) ?? '', vision));
    const close = states.flatMap(([one, a], at) =>
      states.slice(at + 1).flatMap(([other, b]) => {
        const most = Math.max(apart(a.fill, b.fill), apart(a.line, b.line));
        // A running task is what is in memory later, with moving stripes.
        const least = a.pattern === b.pattern ? GLANCE : a.fill === b.fill && a.line === b.line ? 0 : BESIDE_PATTERN;
        return most >= least ? [] : [`${one} and ${other}: ${most.toFixed(1)}`];
      }),
    );
    expect(close).toEqual([]);
  });
  it('have a pattern of their own where the colours are the same', () => {
    const seen = Object.values(LOOKS).map((look) => Object.values(look).join());
    expect(new Set(seen).size).toBe(seen.length);
  });
});
