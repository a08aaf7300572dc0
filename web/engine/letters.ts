/**
 * Replies of the preview worker on their way through shared memory. After a
 * key the browser first draws its frames, the caret's among them, and lets
 * messages of workers wait meanwhile; a promise on shared memory it settles at
 * once. So the picture of a keystroke can be part of the very next frame.
 *
 *   | state | id of the request | kind of reply | bytes | the text in UTF-8 ... |
 *
 * One letter lies in the box at a time. What finds it full, or is too large
 * for it, goes as a message, as everything does where memory is not shared.
 */
import type { Crossing, Letter } from './protocol';

/** Room for the picture of some thousand tasks. */
const ROOM_BYTES = 1 << 20;
const HEADER = 4;
const HEADER_BYTES = 4 * HEADER;
const STATE = 0;
const ID = 1;
const KIND = 2;
const LENGTH = 3;
const EMPTY = 0;
const FULL = 1;
const CLOSED = 2;
const KINDS: Array<Letter['type']> = ['previewed', 'layout'];

/** A box for letters, where memory is shared and can be waited for without blocking. */
export function newLetterbox(): SharedArrayBuffer | null {
  const able = self.crossOriginIsolated && typeof Atomics.waitAsync === 'function';
  return able ? new SharedArrayBuffer(HEADER_BYTES + ROOM_BYTES) : null;
}

/** Puts a letter in, from the worker; false when it has to go as a message. */
export function putLetter(box: SharedArrayBuffer, letter: Letter): boolean {
  const header = new Int32Array(box, 0, HEADER);
  if (Atomics.load(header, STATE) !== EMPTY || letter.text.length > ROOM_BYTES) return false;
  // Not all browsers encode into shared memory.
  const bytes = new TextEncoder().encode(letter.text);
  if (bytes.length > ROOM_BYTES) return false;
  new Uint8Array(box, HEADER_BYTES).set(bytes);
  header[ID] = letter.id;
  header[KIND] = KINDS.indexOf(letter.type);
  header[LENGTH] = bytes.length;
  Atomics.store(header, STATE, FULL);
  Atomics.notify(header, STATE);
  return true;
}

function takeLetter(box: SharedArrayBuffer, header: Int32Array): Crossing | null {
  const type = KINDS[header[KIND] ?? -1];
  // Text is not read from shared memory, so from a copy.
  const bytes = new Uint8Array(box, HEADER_BYTES, header[LENGTH]).slice();
  const letter = type && { type, id: header[ID] ?? 0, text: new TextDecoder().decode(bytes) };
  return letter && Atomics.compareExchange(header, STATE, FULL, EMPTY) === FULL ? letter : null;
}

/** Hands every letter over until the box is closed, on the page. */
export async function readLetters(box: SharedArrayBuffer, read: (letter: Crossing) => void): Promise<void> {
  const header = new Int32Array(box, 0, HEADER);
  for (;;) {
    await Atomics.waitAsync(header, STATE, EMPTY).value;
    if (Atomics.load(header, STATE) === CLOSED) return;
    const letter = takeLetter(box, header);
    if (letter) read(letter);
  }
}

/** Nothing is put in or read any more. */
export function closeLetterbox(box: SharedArrayBuffer): void {
  const header = new Int32Array(box, 0, HEADER);
  Atomics.store(header, STATE, CLOSED);
  Atomics.notify(header, STATE);
}
