import { describe, expect, it } from 'vitest';
import { chainOf, nameOf } from './chain';

const frames = (count: number) => Array.from({ length: count }, (_, line) => ({ function: line === 0 ? '<module>' : 'f', line, source: '' }));

describe('the way into an error', () => {
  it('is whole while it is short', () => {
    expect(chainOf(frames(5)).map((link) => ('left' in link ? 'more' : link.frame.line))).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts the middle of a long one', () => {
    const links = chainOf(frames(1000)).map((link) => ('left' in link ? `${link.left} more` : link.frame.line));
    expect(links).toEqual([0, 1, '996 more', 998, 999]);
  });

  it('calls the outermost frame the program', () => {
    expect(frames(2).map(nameOf)).toEqual(['program', 'f']);
  });
});
