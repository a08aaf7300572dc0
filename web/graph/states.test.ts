import { describe, expect, it } from 'vitest';
import type { Picture } from '../engine/types';
import { picture, recordOf, trace } from '../testing';
import { describeStack, sceneOf, tallyRows, thickness, type Scene } from './scene';
import { faceState } from './stack';
import { codesAt, isHome, stackTimeUs, stateOf, stretches, talliesOf, type Tally } from './states';

/** Six leaves in one stack, and the task that needs them all. */
function stacked(): { shown: Picture; scene: Scene } {
  const leaves = Array.from({ length: 6 }, (): [string, number[]] => ['leaf', []]);
  const shown = picture([...leaves, ['join', [0, 1, 2, 3, 4, 5]]]);
  const layout = shown.layout;
  if (!layout) throw new Error('no layout');
  const [stack, join] = [layout.shapes[0], layout.shapes[6]];
  if (!stack || !join) throw new Error('no shapes');
  const folded = {
    ...layout,
    shapes: [{ ...stack, id: 'leaf×#0', kind: 'stack' as const, label: 'leaf × 6', count: 6 }, join],
    edges: [{ from: 0, to: 1, curve: [0, 0, 0, 1, 1, 1, 1, 2], count: 6 }],
    shapeOf: [0, 0, 0, 0, 0, 0, 1],
    folds: true,
  };
  return { shown, scene: sceneOf(shown, folded) };
}

const run = (shown: Picture, events = [trace('start', 0, 1), trace('end', 0, 5), trace('start', 1, 5), trace('failed', 1, 7), trace('start', 2, 8), trace('ready', 3, 1), trace('home', 4, 2)]) => {
  const call = recordOf(shown, events).calls[0];
  if (!call) throw new Error('no call');
  return call;
};

const tally = (counts: number[]): Tally => ({ total: counts.reduce((sum, one) => sum + one, 0), counts, all: null });

describe('the states of a moment', () => {
  const { shown } = stacked();
  it('are one byte for each task', () => {
    const codes = codesAt(run(shown), 9);
    expect([...codes].map(stateOf)).toEqual(['memory', 'failed', 'running', 'ready', 'waiting', 'waiting', 'waiting']);
    expect([...codes].map(isHome)).toEqual([false, false, false, false, true, false, false]);
  });
  it('are those of that moment', () => expect([...codesAt(run(shown), 4)].map(stateOf).slice(0, 3)).toEqual(['running', 'waiting', 'waiting']));
});

describe('a stack', () => {
  const { shown, scene } = stacked();
  it('counts its tasks by state, at every moment', () => {
    const tallyAt = (us: number): Tally | undefined => talliesOf(scene, codesAt(run(shown), us)).get(0);
    expect(tallyAt(9)).toEqual({ total: 6, counts: [2, 1, 1, 1, 0, 1], all: null });
    expect(tallyAt(0)).toEqual({ total: 6, counts: [6, 0, 0, 0, 0, 0], all: 'waiting' });
  });
  it('is the only shape with a count', () => expect([...talliesOf(scene, codesAt(run(shown), 0)).keys()]).toEqual([0]));
  it('shows a failure whatever the others do', () => {
    expect(faceState(tally([2, 0, 0, 3, 0, 1]))).toBe('failed');
    expect(faceState(tally([2, 0, 0, 3, 0, 0]))).toBeNull();
    expect(faceState({ total: 2, counts: [0, 0, 0, 2, 0, 0], all: 'memory' })).toBe('memory');
  });
  it('is told in words', () => {
    const [stack] = scene.nodes;
    if (!stack) throw new Error('no stack');
    expect(describeStack(scene, stack, tally([2, 0, 1, 3, 0, 0]))).toBe('Stack leaf × 6; 2 waiting, 1 running, 3 in memory; needs nothing; needed by join; Enter opens it');
    expect(tallyRows(tally([0, 0, 0, 0, 0, 4]))).toEqual([['failed', 4]]);
  });
  it('adds up the time of its tasks', () => {
    const [stack] = scene.nodes;
    if (!stack) throw new Error('no stack');
    expect(stackTimeUs(scene, stack, run(shown), 10)).toBe(4 + 2 + 2);
  });
  it('has a thicker line the more dependencies it stands for', () => {
    expect(thickness({ count: 1 })).toBe(1);
    expect(thickness({ count: 100 })).toBeGreaterThan(thickness({ count: 10 }));
    expect(thickness({ count: 1e9 })).toBeLessThanOrEqual(3);
  });
});

describe('the bar of a stack', () => {
  it('fills from the left, what is done first', () => {
    expect(stretches(tally([50, 0, 20, 20, 10, 0]), 100)).toEqual([
      { state: 'released', x: 0, width: 10 },
      { state: 'memory', x: 10, width: 20 },
      { state: 'running', x: 30, width: 20 },
    ]);
  });
  it('shows a single task among thousands', () => {
    const [memory, failed] = stretches(tally([0, 0, 0, 9_999, 0, 1]), 100);
    expect(memory?.state).toBe('memory');
    expect(failed?.width).toBeGreaterThan(2);
  });
  it('never leaves its room', () => {
    for (const counts of [[0, 1, 1, 9_999, 0, 1], [0, 1, 1, 0, 1, 1], [0, 0, 0, 0, 0, 7], [7, 0, 0, 0, 0, 0]]) {
      const parts = stretches(tally(counts), 10);
      expect(parts.every((part) => part.x >= 0 && part.width >= 0 && part.x + part.width <= 10.0001)).toBe(true);
    }
  });
});
