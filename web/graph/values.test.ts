import { describe, expect, it } from 'vitest';
import { picture, recordOf, trace } from '../testing';
import { cutToShape, valueAt } from './values';

const twelve = { text: '12', kind: 'int' };

describe('a value under the name of its task', () => {
  it('is cut to its shape', () => {
    expect(cutToShape('12', 72)).toBe('12');
    expect(cutToShape('[1, 2, 3, 4]', 72)).toBe('[1, 2, 3…');
    expect(cutToShape('日本語日本語', 72)).toBe('日本語日…');
    expect(cutToShape('', 72)).toBe('');
  });
  it('is there once the task has ended, and before only where the preview told it', () => {
    const shown = picture([['split', []], ['join', [0]]]);
    const [first] = shown.graph.tasks;
    if (!first) throw new Error('no task');
    first.value = twelve;
    expect(valueAt(shown, null, 0, 0)).toEqual(twelve);
    const end = { ...trace('end', 0, 9, 1), value: { text: '13', kind: 'int' } };
    const call = recordOf(shown, [trace('ready', 0, 0), trace('start', 0, 5, 1), end]).calls[0] ?? null;
    expect([5, 9].map((us) => valueAt(shown, call, 0, us)?.text)).toEqual([undefined, '13']);
    expect(valueAt(shown, call, 1, 99)).toBeNull();
  });
});
