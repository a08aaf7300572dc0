import { describe, expect, it } from 'vitest';
import { picture } from '../testing';
import { findTasks, MAX_HITS, nextHit } from './find';

const { graph } = picture([['load', []], ['blend', [0]], ['reload', [1]], ['load', []]]);

describe('finding tasks', () => {
  it('looks in keys, and puts those first that begin so', () => expect(findTasks(graph, 'LOAD')).toEqual({ hits: [0, 3, 2], count: 3 }));
  it('takes a whole key', () => expect(findTasks(graph, ' load-3 ').hits).toEqual([3]));
  it('finds nothing for nothing, and nothing in nothing', () => {
    expect(findTasks(graph, '  ').count).toBe(0);
    expect(findTasks(null, 'load').count).toBe(0);
    expect(findTasks(graph, 'zzz').hits).toEqual([]);
  });
  it('counts all, however many there are', () => {
    const many = picture(Array.from({ length: MAX_HITS + 7 }, (): [string, number[]] => ['inc', []])).graph;
    const found = findTasks(many, 'inc');
    expect([found.hits.length, found.count]).toEqual([MAX_HITS, MAX_HITS + 7]);
  });
  it('walks round and round', () => {
    const found = findTasks(graph, 'load');
    expect([nextHit(found, 0, 1), nextHit(found, 2, 1), nextHit(found, 0, -1)]).toEqual([1, 0, 2]);
    expect(nextHit(findTasks(graph, 'zzz'), 0, 1)).toBe(0);
  });
});
