import { describe, expect, it } from 'vitest';
import { picture, recordOf, trace } from '../testing';
import { edgePath, resample } from './path';
import { describeTask, fitFont, kinOf, looksAt, neighbour, sceneOf, shownState, twoLines, type SceneNode } from './scene';
import { fitTransform } from './zoom';

const diamond = picture([['split', []], ['wash', [0]], ['dry', [0]], ['join', [1, 2]]]);

describe('edges', () => {
  it('have as many segments whatever their points, so that they can glide', () => {
    const count = (path: string): number => path.split('C').length - 1;
    const short = edgePath([[0, 0], [0, 100]]);
    const bent = edgePath([[0, 0], [10, 20], [30, 40], [0, 60], [5, 100]]);
    expect(count(short)).toBe(count(bent));
  });
  it('begin and end where the layout says', () => {
    const path = edgePath([[1, 2], [30, 40], [50, 60]]);
    expect(path.startsWith('M1 2C')).toBe(true);
    expect(path.endsWith(' 50 60')).toBe(true);
  });
  it('of one point are nothing', () => expect(edgePath([[1, 2]])).toBe(''));
  it('are sampled at equal distances', () => expect(resample([[0, 0], [10, 0], [10, 10]], 5)).toEqual([[0, 0], [5, 0], [10, 0], [10, 5], [10, 10]]));
  it('survive points that coincide', () => expect(edgePath([[5, 5], [5, 5]])).not.toContain('NaN'));
});

describe('the scene', () => {
  const scene = sceneOf(diamond, 'clear');
  it('knows which tasks an edge joins', () => expect(scene.edges.map((edge) => [edge.fromTask, edge.toTask])).toEqual([[0, 1], [0, 2], [1, 3], [2, 3]]));
  it('marks what the program asked for', () => expect(scene.nodes.map((node) => node.output)).toEqual([false, false, false, true]));
  it('shrinks long labels to fit', () => {
    expect(fitFont('add', 60)).toBe(13);
    expect(fitFont('mean_combine-partial', 80)).toBeLessThan(8);
  });
  it('breaks names in two near their middle, where they have a joint', () => {
    expect(twoLines('sum-aggregate')).toEqual(['sum-', 'aggregate']);
    expect(twoLines('mean_agg-aggregate')).toEqual(['mean_agg-', 'aggregate']);
    expect(twoLines('_load_table')).toEqual(['_load_', 'table']);
    expect(twoLines('measurement')).toEqual(['measurement']);
    expect(twoLines('')).toEqual(['']);
  });
  it('writes a name whole into a circle, if need be in two lines', () => {
    const long = picture([['sum-aggregate', []], ['add', []]]);
    const shapes = long.dask.shapes.map((shape, i) => ({ ...shape, kind: 'circle' as const, width: 60, height: 60, label: i === 0 ? 'sum-aggre…' : 'add' }));
    const nodes = sceneOf({ ...long, dask: { ...long.dask, shapes } }, 'dask').nodes;
    expect(nodes.map((node) => node.lines)).toEqual([['sum-', 'aggregate'], ['add']]);
    expect(nodes[0]?.fontPx).toBeGreaterThan(9);
  });
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
});

describe('a run on the graph', () => {
  const record = recordOf(diamond, [trace('ready', 0, 0), trace('start', 0, 5, 1), trace('end', 0, 9, 1)]);
  const call = record.calls[0];
  if (!call) throw new Error('no call');
  it('looks as it was at that moment', () => {
    expect(looksAt(call, 6).map((look) => look.state)).toEqual(['running', 'waiting', 'waiting', 'waiting']);
    expect(looksAt(call, 9)[0]?.state).toBe('memory');
  });
  it('a box shows the value, so it is empty until there is one', () => {
    const [node] = sceneOf(diamond, 'dask').nodes;
    if (!node) throw new Error('no node');
    const box: SceneNode = { ...node, kind: 'box' };
    expect(shownState(box, { state: 'running', home: false })).toBe('waiting');
    expect(shownState(box, { state: 'memory', home: false })).toBe('memory');
  });
  it('is told in words', () => {
    expect(describeTask(diamond, call, 0, 6)).toBe('split-0; running; on worker 2; needs nothing; needed by wash-1, dry-2');
  });
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
