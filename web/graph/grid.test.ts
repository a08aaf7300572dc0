import { describe, expect, it } from 'vitest';
import { covers, Grid } from './grid';
import type { Scene, SceneEdge, SceneNode } from './scene';

function node(id: number, x: number, y: number, rest: Partial<SceneNode> = {}): SceneNode {
  return { id: `s${id}`, task: id, kind: 'label', label: '', lines: [], fontPx: 12, x, y, width: 40, height: 20, count: 1, given: false, output: false, ...rest };
}

function edge(from: number, to: number, curve: number[]): SceneEdge {
  return { id: `s${from}>s${to}`, curve, count: 1, from, to, fromTask: from, toTask: to };
}

/** A field of 40 by 40 shapes, each with a straight line to the shape above it. */
function field(): Scene {
  const side = 40;
  const nodes = Array.from({ length: side * side }, (_, i) => node(i, 50 + 100 * (i % side), 50 + 100 * Math.floor(i / side)));
  const edges = nodes.slice(side).map(({ task, x, y }) => edge(task - side, task, [x, y - 100, x, y - 80, x, y - 20, x, y]));
  return { width: 100 * side, height: 100 * side, nodes, edges, shapeOf: nodes.map((one) => one.task) };
}

describe('the index of a scene', () => {
  const scene = field();
  const grid = new Grid(scene);
  it('finds the shape at a point, and nothing between shapes', () => {
    expect(scene.nodes.every(({ x, y, task }) => grid.nodeAt(x, y) === task && grid.nodeAt(x + 19, y - 9) === task)).toBe(true);
    expect(grid.nodeAt(100, 50)).toBe(-1);
    expect([grid.nodeAt(-500, -500), grid.nodeAt(1e9, 50)]).toEqual([-1, -1]);
  });
  it('tells every shape of a rectangle once, and few beside it', () => {
    const found = grid.nodesIn({ x0: 1000, y0: 1000, x1: 1499, y1: 1499 });
    const inside = scene.nodes.filter(({ x, y }) => x > 1000 && x < 1500 && y > 1000 && y < 1500).map((one) => one.task);
    expect(inside.length).toBe(25);
    expect(inside.every((task) => found.includes(task))).toBe(true);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeLessThan(3 * inside.length);
  });
  it('finds nothing beyond the picture and all of it around it', () => {
    expect(grid.nodesIn({ x0: -300, y0: 0, x1: -100, y1: 4000 })).toEqual([]);
    expect(grid.nodesIn({ x0: -9, y0: -9, x1: 9000, y1: 9000 }).length).toBe(1600);
    expect(grid.edgesIn({ x0: -9, y0: -9, x1: 9000, y1: 9000 }).length).toBe(1560);
  });
});

describe('lines', () => {
  const nodes = [node(0, 0, 0), node(1, 10_000, 10_000), ...Array.from({ length: 4000 }, (_, i) => node(i + 2, 9_900, 10))];
  const curve = [0, 0, 0, 5_000, 10_000, 5_000, 10_000, 10_000];
  const grid = new Grid({ width: 10_000, height: 10_000, nodes, edges: [edge(0, 1, curve)], shapeOf: [] });
  it('are found all along their curve', () => {
    for (let step = 0; step <= 200; step += 1) {
      const t = step / 200;
      const s = 1 - t;
      const at = (from: number): number => s ** 3 * (curve[from] ?? 0) + 3 * s * s * t * (curve[from + 2] ?? 0) + 3 * s * t * t * (curve[from + 4] ?? 0) + t ** 3 * (curve[from + 6] ?? 0);
      expect(grid.edgesIn({ x0: at(0), y0: at(1), x1: at(0), y1: at(1) })).toEqual([0]);
    }
  });
  it('are not found in the corners around it', () => {
    expect(grid.edgesIn({ x0: 9_000, y0: 0, x1: 9_999, y1: 900 })).toEqual([]);
    expect(grid.edgesIn({ x0: 0, y0: 9_000, x1: 900, y1: 9_999 })).toEqual([]);
  });
});

describe('a picture without extent', () => {
  it('has an index all the same', () => {
    const grid = new Grid({ width: 0, height: 0, nodes: [], edges: [], shapeOf: [] });
    expect([grid.nodeAt(0, 0), grid.nodesIn({ x0: 0, y0: 0, x1: 1, y1: 1 })]).toEqual([-1, []]);
  });
});

describe('a shape', () => {
  it('is covered to its border: a circle has no corners', () => {
    const at = { x: 0, y: 0, width: 40, height: 40 };
    expect(covers({ ...at, kind: 'box' }, 19, 19)).toBe(true);
    expect(covers({ ...at, kind: 'circle' }, 19, 19)).toBe(false);
    expect(covers({ ...at, kind: 'circle' }, 19, 0)).toBe(true);
  });
});
