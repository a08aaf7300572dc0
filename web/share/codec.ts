/**
 * A program as the hash of a link: `#v1:` and the deflated JSON of what is
 * shared, in base64url. The tag names the codec, so that links of today stay
 * readable when it changes. Sizes are bounded in both directions: a link is
 * somebody else's data.
 */
import type { Direction, SleepKind } from '../engine/types';

const DIRECTIONS: readonly Direction[] = ['bottomToTop', 'topToBottom', 'leftToRight', 'rightToLeft'];

/** A direction from somebody else's data, or nothing. */
export function directionOf(value: unknown): Direction | null {
  return DIRECTIONS.find((one) => one === value) ?? null;
}

export interface Shared {
  source: string;
  workers?: number;
  sleep?: SleepKind;
  style?: 'dask' | 'clear';
  direction?: Direction;
}

export type Decoded =
  | { kind: 'none' }
  | { kind: 'program'; shared: Shared }
  | { kind: 'unreadable'; reason: string };

const TAG = 'v1:';
/** Longer than any link that chat programs carry. */
export const MAX_HASH_LENGTH = 64 * 1024;
/** A program of 3,000 long lines. */
export const MAX_JSON_BYTES = 256 * 1024;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!(value instanceof Uint8Array)) throw new Error('not bytes');
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** The hash of `shared`, `#` included. */
export async function encodeShared(shared: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  if (bytes.length > MAX_JSON_BYTES) throw new RangeError('This program is too long for a link.');
  const packed = await through(bytes, new CompressionStream('deflate-raw'), MAX_JSON_BYTES);
  const hash = `#${TAG}${toBase64Url(packed)}`;
  if (hash.length > MAX_HASH_LENGTH) throw new RangeError('This program is too long for a link.');
  return hash;
}

function sharedOf(value: unknown): Shared | null {
  if (typeof value !== 'object' || value === null) return null;
  const source: unknown = Reflect.get(value, 'source');
  if (typeof source !== 'string') return null;
  const shared: Shared = { source };
  const workers: unknown = Reflect.get(value, 'workers');
  if (typeof workers === 'number' && Number.isInteger(workers) && workers >= 1 && workers <= 64) shared.workers = workers;
  const sleep: unknown = Reflect.get(value, 'sleep');
  if (sleep === 'real' || sleep === 'virtual') shared.sleep = sleep;
  const style: unknown = Reflect.get(value, 'style');
  if (style === 'dask' || style === 'clear') shared.style = style;
  const direction = directionOf(Reflect.get(value, 'direction'));
  if (direction) shared.direction = direction;
  return shared;
}

/** Reads the hash of a link. Never throws: what cannot be read says why. */
export async function decodeShared(hash: string): Promise<Decoded> {
  const text = hash.replace(/^#/, '');
  if (text === '') return { kind: 'none' };
  if (!text.startsWith(TAG)) {
    const newer = /^v\d+:/.test(text);
    return newer
      ? { kind: 'unreadable', reason: 'This link was made by a newer Taskyard. Reload the page and open it again.' }
      : { kind: 'none' };
  }
  if (text.length > MAX_HASH_LENGTH) return { kind: 'unreadable', reason: 'This link is too long to be a program.' };
  try {
    const packed = fromBase64Url(text.slice(TAG.length));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), MAX_JSON_BYTES);
    const shared = sharedOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (shared) return { kind: 'program', shared };
  } catch (error) {
    if (error instanceof RangeError && error.message === 'too large') {
      return { kind: 'unreadable', reason: 'The program in this link is too large.' };
    }
  }
  return { kind: 'unreadable', reason: 'This link is damaged: part of it is missing. Copy it again in full.' };
}
