import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [, light = '', dark = ''] = /:root \{([^}]*)\}[^:]*:root\[data-theme='dark'\] \{([^}]*)\}/.exec(css) ?? [];

function coloursOf(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Words on their ground, which need 4.5 to 1; outlines need 3 to 1. */
const WORDS: Array<[string, string]> = [
  ['text', 'surface'], ['text', 'sunken'], ['text', 'raised'], ['text', 'accent-soft'], ['text', 'red-soft'], ['text', 'active-line'],
  ['muted', 'surface'], ['muted', 'sunken'], ['muted', 'raised'], ['muted', 'accent-soft'], ['muted', 'red-soft'],
  ['faint', 'surface'], ['faint', 'active-line'],
  ['accent', 'surface'], ['accent', 'sunken'], ['accent', 'raised'], ['accent', 'accent-soft'],
  ['on-accent', 'accent'], ['on-accent', 'accent-deep'], ['red', 'surface'], ['red', 'red-soft'],
  ...['keyword', 'string', 'number', 'comment', 'function', 'constant', 'decorator'].flatMap((kind): Array<[string, string]> => [
    [`syn-${kind}`, 'surface'],
    [`syn-${kind}`, 'active-line'],
  ]),
];
const OUTLINES: Array<[string, string]> = [['line-strong', 'surface'], ['accent', 'surface'], ['red', 'surface'], ['ok', 'surface'], ['warn', 'surface']];

describe.each([['light', coloursOf(light)], ['dark', coloursOf(dark)]])('in the %s palette', (_, colours) => {
  const ratio = ([over, under]: [string, string]): number => contrast(colours.get(over) ?? '', colours.get(under) ?? '');
  it('every word can be read', () => {
    expect(WORDS.filter((pair) => !(ratio(pair) >= 4.5)).map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`)).toEqual([]);
  });
  it('every outline can be seen', () => {
    expect(OUTLINES.filter((pair) => !(ratio(pair) >= 3)).map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`)).toEqual([]);
  });
});
