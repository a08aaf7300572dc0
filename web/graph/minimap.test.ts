import { describe, expect, it } from 'vitest';
import { frameOf, isPartial, planOf } from './minimap';

const pane = [800, 600] as const;

describe('the map of a picture', () => {
  it('has its proportions, within a corner of the pane', () => {
    const plan = planOf({ width: 4000, height: 2000 });
    expect(plan.width / plan.height).toBeCloseTo(2);
    expect(plan.width).toBeLessThanOrEqual(168);
  });
  it('squeezes what would be a thread', () => {
    const plan = planOf({ width: 700_000, height: 300 });
    expect(plan.height).toBe(36);
    expect(plan.scaleY).toBeGreaterThan(plan.scaleX);
  });
  it('is there only when something is out of sight', () => {
    const scene = { width: 1000, height: 500 };
    expect(isPartial(scene, { x: 0, y: 0, k: 0.8 }, ...pane)).toBe(false);
    expect(isPartial(scene, { x: 0, y: 0, k: 2 }, ...pane)).toBe(true);
    expect(isPartial(scene, { x: -700, y: 0, k: 0.8 }, ...pane)).toBe(true);
    expect(isPartial({ width: 0, height: 0 }, { x: 0, y: 0, k: 1 }, ...pane)).toBe(false);
  });
});

describe('the frame', () => {
  const plan = planOf({ width: 8000, height: 4000 });
  it('is the part in sight', () => {
    const { left, top, width, height } = frameOf(plan, { x: -2000, y: -1000, k: 1 }, ...pane);
    expect([left, top, width, height].map((value, i) => value / (i % 2 === 0 ? plan.scaleX : plan.scaleY)).map(Math.round)).toEqual([2000, 1000, 800, 600]);
  });
  it('stays on the map and can be grasped, wherever the picture was moved', () => {
    for (const pose of [{ x: 9e5, y: 9e5, k: 1 }, { x: -9e5, y: -9e5, k: 1 }, { x: -40_000, y: -9, k: 6 }, { x: 0, y: 0, k: 0.02 }]) {
      const { left, top, width, height } = frameOf(plan, pose, ...pane);
      expect(left >= 0 && top >= 0 && width >= 8 && height >= 8).toBe(true);
      expect(left + width <= plan.width + 1e-6 && top + height <= plan.height + 1e-6).toBe(true);
    }
  });
});
