import { describe, expect, it } from 'vitest';
import type { Picture } from '../engine/types';
import { picture, recordOf, trace } from '../testing';
import { pathData } from './path';
import { describeTask, kinOf, neighbour, sceneOf, type Scene, type SceneNode } from './scene';
import { codesAt, shownState, stateOf } from './states';
import { fitTransform, shifted, shownPlace, steadyTransform } from './zoom';

const diamond = picture([['split', []], ['wash', [0]], ['dry', [0]], ['join', [1, 2]]]);

describe('edges', () => {
  it('are drawn piece by piece', () => expect(pathData([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])).toBe('M1 2C3 4 5 6 7 8C9 10 11 12 13 14'));
  it('of one point are nothing but a point', () => expect([pathData([1, 2]), pathData([])]).toEqual(['M1 2', '']));
});

/** The scene of a picture that has a layout. */
function drawn(shown: Picture): Scene {
  if (!shown.layout) throw new Error('no layout');
  return sceneOf(shown, shown.layout);
}

describe('the scene', () => {
  const scene = drawn(diamond);
  it('knows which tasks an edge joins', () => expect(scene.edges.map((edge) => [edge.fromTask, edge.toTask])).toEqual([[0, 1], [0, 2], [1, 3], [2, 3]]));
  it('marks what the program asked for', () => expect(scene.nodes.map((node) => node.output)).toEqual([false, false, false, true]));
  it('knows what a task needs and who needs it', () => {
    const kin = kinOf(diamond, 1);
    expect([[...kin.deps], [...kin.users]]).toEqual([[0], [3]]);
  });
  it('walks along edges', () => {
    const [split, wash] = scene.nodes;
    if (!split || !wash) throw new Error('no nodes');
    expect(neighbour(scene, split, 'up')?.task).toBe(1);
    expect(neighbour(scene, wash, 'down')?.task).toBe(0);
    expect(neighbour(scene, split, 'left')).toBeNull();
  });
  it('walks along edges where the picture flows sideways', () => {
    const turned: Scene = { ...scene, nodes: scene.nodes.map((node) => ({ ...node, x: -node.y, y: node.x })) };
    const [split, wash] = turned.nodes;
    if (!split || !wash) throw new Error('no nodes');
    expect(neighbour(turned, split, 'right', false)?.task).toBe(1);
    expect(neighbour(turned, wash, 'left', false)?.task).toBe(0);
  });
});

describe('a run on the graph', () => {
  const record = recordOf(diamond, [trace('ready', 0, 0), trace('start', 0, 5, 1), trace('end', 0, 9, 1)]);
  const call = record.calls[0];
  if (!call) throw new Error('no call');
  it('looks as it was at that moment', () => {
    expect([...codesAt(call, 6)].map(stateOf)).toEqual(['running', 'waiting', 'waiting', 'waiting']);
    expect(stateOf(codesAt(call, 9)[0] ?? 0)).toBe('memory');
  });
  it('a box shows the value, so it is empty until there is one', () => {
    const [node] = drawn(diamond).nodes;
    if (!node) throw new Error('no node');
    const box: SceneNode = { ...node, kind: 'box' };
    expect(shownState(box, 'running')).toBe('waiting');
    expect(shownState(box, 'memory')).toBe('memory');
  });
  it('is told in words', () => {
    expect(describeTask(diamond, call, 0, 6)).toBe('split-0; running; on worker 2; needs nothing; needed by wash-1, dry-2');
  });
});

describe('showing a part of the picture', () => {
  const pane = { width: 800, height: 600 };
  const box = { x0: 4000, y0: 2000, x1: 4060, y1: 2030 };
  it('brings it near the middle, large enough to be read', () => {
    const { place, moved } = shownPlace({ x: 0, y: 0, k: 0.05 }, box, pane);
    expect(moved).toBe(true);
    expect(place.k).toBeGreaterThanOrEqual(0.8);
    expect(Math.abs(place.x + 4030 * place.k - 400)).toBeLessThan(1);
    expect(Math.abs(place.y + 2015 * place.k - 300)).toBeLessThan(20);
  });
  it('moves nothing that can be read already', () => {
    const before = { x: -3600, y: -1800, k: 1 };
    expect(shownPlace(before, box, pane)).toEqual({ place: before, moved: false });
  });
  it('never makes the picture smaller', () => expect(shownPlace({ x: 0, y: 0, k: 3 }, box, pane).place.k).toBe(3));
});

describe('fitting', () => {
  it('keeps the picture inside the pane', () => {
    const { x, y, k } = fitTransform({ width: 1000, height: 400 }, { width: 600, height: 500 });
    expect(k).toBeLessThan(1);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + 1000 * k).toBeLessThanOrEqual(600);
    expect(y + 400 * k).toBeLessThanOrEqual(500);
  });
  it('does not blow up a small picture', () => expect(fitTransform({ width: 10, height: 10 }, { width: 900, height: 900 }).k).toBe(1.5));
  it('copes with no size', () => expect(fitTransform({ width: 0, height: 0 }, { width: 0, height: 0 }).k).toBe(1));
});

describe('the view of an edited picture', () => {
  const pane = { width: 800, height: 600 };
  const size = { width: 600, height: 400 };
  const before = fitTransform(size, pane);
  const place = (edited: typeof size, shift: [number, number]) => steadyTransform(before, shift, edited, pane);
  it('rests where the picture still fits', () => {
    const smaller = { width: 560, height: 400 };
    expect(place(smaller, [-40, 0])).toEqual(shifted(before, [-40, 0]));
    expect(shifted(before, [-40, 0]).x - before.x).toBeCloseTo(40 * before.k);
  });
  it('makes room for a picture that grows', () => {
    const larger = { width: 900, height: 400 };
    expect(place(larger, [0, 0])).toEqual(fitTransform(larger, pane));
  });
  it('comes closer when much is gone', () => {
    const tiny = { width: 100, height: 80 };
    expect(place(tiny, [0, 0])).toEqual(fitTransform(tiny, pane));
  });
});
