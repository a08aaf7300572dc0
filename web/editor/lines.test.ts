import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { linesWithin } from './lines';

describe('lines that are pointed at', () => {
  const doc = Text.of(['a', 'b', 'c']);
  it('are those that are there', () => {
    expect(linesWithin(doc, { first: 2, last: 3 })).toEqual([2, 3]);
    expect(linesWithin(doc, { first: 3, last: 9 })).toEqual([3]);
    expect(linesWithin(doc, { first: 7, last: 9 })).toEqual([]);
    expect(linesWithin(doc, null)).toEqual([]);
  });
});
