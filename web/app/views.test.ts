import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../engine/types';
import { picture, preview, recordOf } from '../testing';
import { replaces, shownView, viewsOf } from './views';

const a = picture([['inc', []]], 'a');
const b = picture([['dec', []]], 'b');
const error = (kind: string, task: string | null = null): Diagnostic => ({ kind, message: '', hints: [], frames: [], task, text: '' });

describe('which pictures there are', () => {
  it('a run adds its states to the picture of the same name', () => {
    const record = recordOf(b, []);
    const views = viewsOf(preview([a, b]), record);
    expect(views.map((view) => [view.key, view.call?.call ?? null])).toEqual([['a#1', null], ['b#1', 0]]);
  });
  it('pictures of one name are told apart, and new ones come last', () => {
    const record = recordOf(a, []);
    record.pictures.push({ picture: a, call: null });
    expect(viewsOf(preview([a]), record).map((view) => view.key)).toEqual(['a#1', 'a#2']);
  });
});

describe('which picture is shown', () => {
  const drawn = preview([a, b], { shown: 0 });
  it('the one the preview names', () => expect(shownView(viewsOf(drawn, null), null, null, drawn)?.key).toBe('a#1'));
  it('the newest call of a run', () => {
    const record = recordOf(b, []);
    expect(shownView(viewsOf(drawn, record), null, record, drawn)?.key).toBe('b#1');
  });
  it('the one the reader chose, before all', () => {
    const record = recordOf(b, []);
    expect(shownView(viewsOf(drawn, record), 'a#1', record, drawn)?.key).toBe('a#1');
  });
  it('none without pictures', () => expect(shownView([], 'a#1', null, null)).toBeNull());
});

describe('the last good picture stays while the program is broken', () => {
  it.each([
    ['a good program', preview([]), true],
    ['an error of the parser', preview([a, b], { error: error('SyntaxError') }), false],
    ['an error half-way', preview([a], { error: error('NameError') }), false],
    ['an error after everything was drawn', preview([a, b], { error: error('NameError') }), true],
    ['an error inside a task', preview([a], { error: error('ValueError', 'inc-1') }), true],
  ])('%s', (_, next, expected) => expect(replaces(next, preview([a, b]))).toBe(expected));
  it('anything replaces nothing', () => expect(replaces(preview([], { error: error('SyntaxError') }), null)).toBe(true));
});
