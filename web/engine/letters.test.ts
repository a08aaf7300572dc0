import { expect, test } from 'vitest';
import { closeLetterbox, putLetter, readLetters } from './letters';
import type { Crossing, Letter } from './protocol';

const ROOM = 1 << 20;
const newBox = (): SharedArrayBuffer => new SharedArrayBuffer(16 + ROOM);
const letter = (id: number, text: string): Letter => ({ type: 'previewed', id, text });

test('letters arrive in order, whatever their letters are', async () => {
  const box = newBox();
  const read: Crossing[] = [];
  const sent: Letter[] = [letter(1, '{"label":"añ→日"}'), { type: 'layout', id: 2, text: '' }, letter(3, 'x'.repeat(ROOM))];
  const reading = readLetters(box, (one) => {
    read.push(one);
    const next = sent[read.length];
    if (next) expect(putLetter(box, next)).toBe(true);
    else closeLetterbox(box);
  });
  expect(putLetter(box, sent[0] ?? letter(0, ''))).toBe(true);
  await reading;
  expect(read).toEqual(sent);
});

test('a letter that lies there before anybody reads is read', async () => {
  const box = newBox();
  putLetter(box, letter(7, 'early'));
  const read: Crossing[] = [];
  const reading = readLetters(box, (one) => {
    read.push(one);
    closeLetterbox(box);
  });
  await reading;
  expect(read).toEqual([letter(7, 'early')]);
});

test('what finds the box full, too small or closed has to go another way', () => {
  const box = newBox();
  expect(putLetter(box, letter(1, 'x'.repeat(ROOM + 1)))).toBe(false);
  expect(putLetter(box, letter(1, '日'.repeat(ROOM / 2)))).toBe(false);
  expect(putLetter(box, letter(1, 'first'))).toBe(true);
  expect(putLetter(box, letter(2, 'second'))).toBe(false);
  closeLetterbox(box);
  expect(putLetter(box, letter(3, 'third'))).toBe(false);
});
