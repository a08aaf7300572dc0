import { describe, expect, it } from 'vitest';
import { runOptionsOf } from './host';
import { pageParams } from './params';

describe('what a host may choose of a run', () => {
  it.each<[unknown, object]>([
    [{ workers: 3, sleep: 'virtual' }, { workers: 3, sleep: 'virtual' }],
    [{ workers: 0.5, sleep: 'never' }, {}],
    [{ workers: -1 }, {}],
    [undefined, {}],
    ['run', {}],
  ])('%j', (given, expected) => expect(runOptionsOf(given)).toEqual(expected));
});

describe('what the address asks of the page', () => {
  it.each([
    ['', { embed: false, code: false, theme: null, style: null, direction: null }],
    ['?embed', { embed: true, code: false, theme: null, style: null, direction: null }],
    ['?embed=0&code', { embed: false, code: true, theme: null, style: null, direction: null }],
    ['?embed&code=1&theme=dark&style=clear', { embed: true, code: true, theme: 'dark', style: 'clear', direction: null }],
    ['?direction=leftToRight', { embed: false, code: false, theme: null, style: null, direction: 'leftToRight' }],
    ['?theme=pink&style=%3Cb%3E&direction=up', { embed: false, code: false, theme: null, style: null, direction: null }],
  ])('%s', (search, expected) => expect(pageParams(search)).toEqual(expected));
});
