import { describe, expect, it } from 'vitest';
import { picture } from '../testing';
import { origins } from './grow';
import { sceneOf, type Scene } from './scene';

function scene(tasks: Array<[string, number[]]>): Scene {
  const shown = picture(tasks);
  if (!shown.layout) throw new Error('no layout');
  return sceneOf(shown, shown.layout);
}

describe('new shapes', () => {
  const before = scene([['inc', []], ['inc', []]]);
  it('grow out of what they are joined to, over other new ones', () => {
    const grown = origins(before, scene([['inc', []], ['inc', []], ['add', [1]], ['show', [2]]]));
    const at = { x: before.nodes[1]?.x, y: before.nodes[1]?.y };
    expect([...grown]).toEqual([['s2', at], ['s3', at]]);
  });
  it('that stand alone have no origin', () => {
    expect(origins(before, scene([['inc', []], ['inc', []], ['load', []]])).size).toBe(0);
  });
  it('of a first picture have none', () => expect(origins(null, before).size).toBe(0));
});
