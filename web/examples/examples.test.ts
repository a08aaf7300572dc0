import { describe, expect, it } from 'vitest';
import { EXAMPLES, findExample, FIRST, resembles } from './index';

const all = EXAMPLES.flatMap((group) => group.examples);

describe('the examples', () => {
  it('have ids of their own', () => expect(new Set(all.map((one) => one.id)).size).toBe(all.length));
  it.each(all.map((one) => [one.id, one] as const))('%s says what to try in at most two lines', (_, one) => {
    expect(one.title.length).toBeLessThan(32);
    expect(one.hint.length).toBeGreaterThan(20);
    expect(one.hint.length).toBeLessThan(150);
    expect(one.hint).not.toContain('!');
  });
  it.each(all.map((one) => [one.id, one] as const))('%s fits the editor', (_, one) => {
    expect(one.source.endsWith('\n')).toBe(true);
    expect(Math.max(...one.source.split('\n').map((line) => line.length))).toBeLessThan(90);
    expect(one.source).not.toContain('\t');
  });
  it('are known again after an edit, and not after another program took their place', () => {
    expect(resembles(FIRST.source.replace('8', '16'), FIRST)).toBe(true);
    expect(resembles('import dask\n\nprint(1)\n', FIRST)).toBe(false);
    expect(resembles('', FIRST)).toBe(false);
  });
  it('are found by id', () => {
    expect(findExample(FIRST.id)).toBe(FIRST);
    expect(findExample('nothing')).toBeUndefined();
    expect(findExample(null)).toBeUndefined();
  });
});
