import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { Place } from '../engine/types';
import { offsetOf, rangeOf } from './squiggle';

const doc = Text.of(['x = "🎈" + y', '', 'end']);
const at = (place: Place): ReturnType<typeof rangeOf> => rangeOf(doc, { kind: 'NameError', message: '', place, hints: [], frames: [], text: '' });
const place = (line: number, column: number, endLine = line, endColumn = column): Place => ({ line, column, endLine, endColumn });

describe('the squiggle', () => {
  it('counts columns as the engine does, in UTF-16 units', () => expect(at(place(1, 11, 1, 12))).toEqual({ from: 11, to: 12 }));
  it('underlines a letter where the place has no width', () => expect(at(place(3, 0))).toEqual({ from: 14, to: 15 }));
  it('steps back from the end of a line', () => expect(at(place(3, 3))).toEqual({ from: 16, to: 17 }));
  it('leaves an empty line alone', () => expect(at(place(2, 0))).toBeNull());
  it('stays inside the text when the program has become shorter', () => expect(at(place(90, 90, 91, 5))).toEqual({ from: 16, to: 17 }));
  it('an error without place has none', () => expect(rangeOf(doc, { kind: 'Limit', message: '', hints: [], frames: [], text: '' })).toBeNull());
  it('never leaves the text', () => expect([offsetOf(doc, 0, -5), offsetOf(doc, 99, 99)]).toEqual([0, 17]));
});
