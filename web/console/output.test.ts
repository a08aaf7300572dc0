import { describe, expect, it } from 'vitest';
import { messageParts, shortKey } from './message';
import { appendOutput, emptyOutput, MAX_LINE_LENGTH, MAX_LINES, outputOf, outputText } from './output';

describe('output', () => {
  it('joins what print wrote in pieces', () => {
    const output = emptyOutput();
    for (const text of ['a', 'b\nc', '', '\n', 'd\n']) appendOutput(output, text);
    expect(output.lines).toEqual(['ab', 'c', 'd']);
    expect(outputText(output)).toBe('ab\nc\nd\n');
  });
  it('keeps empty lines', () => expect(outputOf('\n\na\n').lines).toEqual(['', '', 'a']));
  it('keeps the newest lines of a flood and counts the rest', () => {
    const output = emptyOutput();
    for (let i = 0; i < MAX_LINES + 500; i += 1) appendOutput(output, `${i}\n`);
    expect(output.lines).toHaveLength(MAX_LINES);
    expect(output.lines[0]).toBe('500');
    expect(output.dropped).toBe(500);
  });
  it('bounds one huge text too', () => {
    const output = outputOf('x\n'.repeat(MAX_LINES * 3));
    expect(output.lines).toHaveLength(MAX_LINES);
    expect(output.dropped).toBe(MAX_LINES * 2);
  });
  it('cuts endless lines', () => expect(outputOf('x'.repeat(1e6)).lines[0]).toHaveLength(MAX_LINE_LENGTH));
});

it('messages mark their code', () => {
  expect(messageParts('`totl` is not defined')).toEqual([{ text: 'totl', code: true }, { text: ' is not defined', code: false }]);
  expect(messageParts('a lone ` stays')).toEqual([{ text: 'a lone ` stays', code: false }]);
});

it('names of tasks lose the length of their number', () => {
  expect(shortKey('rate-7326013c-d4f2-4ba4-a044-4ea19a1572c4')).toBe('rate-7326013c…');
  expect(shortKey('add-5c76a1b2c3d4e5f60718293a4b5c6d7e')).toBe('add-5c76a1b2…');
  expect(shortKey('total')).toBe('total');
});
