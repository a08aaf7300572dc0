/**
 * One line on its way from the page to a worker that blocks until it comes.
 * The worker cannot be sent a message while a program runs in it, so the line
 * lies in shared memory:
 *
 *   | state | bytes of the line | the line in UTF-8 ... |
 */

/** Characters of a line: more than anybody types. */
export const MAX_LINE_LENGTH = 4_000;
/** UTF-8 of one UTF-16 unit. */
const MAX_UNIT_BYTES = 3;
const HEADER_BYTES = 8;
const STATE = 0;
const LENGTH = 1;
const EMPTY = 0;
const FULL = 1;
/** There are no more lines, or the run is to stop. */
const CLOSED = 2;

export function newMailbox(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + MAX_LINE_LENGTH * MAX_UNIT_BYTES);
}

/** Puts a line in, or closes the box; wakes the worker. */
export function post(mailbox: SharedArrayBuffer, line: string | null): void {
  const header = new Int32Array(mailbox, 0, 2);
  if (line !== null) {
    const bytes = new TextEncoder().encode(line.slice(0, MAX_LINE_LENGTH));
    new Uint8Array(mailbox, HEADER_BYTES).set(bytes);
    header[LENGTH] = bytes.length;
  }
  Atomics.store(header, STATE, line === null ? CLOSED : FULL);
  Atomics.notify(header, STATE);
}

/** Blocks until a line is there; `null` when the box was closed. */
export function wait(mailbox: SharedArrayBuffer): string | null {
  const header = new Int32Array(mailbox, 0, 2);
  Atomics.wait(header, STATE, EMPTY);
  if (Atomics.load(header, STATE) !== FULL) return null;
  // Text is not read from shared memory, so from a copy.
  const bytes = new Uint8Array(mailbox, HEADER_BYTES, header[LENGTH]).slice();
  return new TextDecoder().decode(bytes);
}
