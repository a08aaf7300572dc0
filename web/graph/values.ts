/**
 * Values of tasks as the picture shows them: known from the preview, or from
 * the moment of a run at which the task ended.
 */
import { spanAt, type CallRecord } from '../app/record';
import type { Picture, ValueData } from '../engine/types';

/** Text under the name of a task, its size, and the room it has in a shape. */
export const VALUE_FONT_PX = 10.5;
const VALUE_PADDING_PX = 12;
/** How far a name and the value beneath it stand from the middle. */
export const NAME_UP_PX = 7;
export const VALUE_DOWN_PX = 9;
/** As in `crate/layout/src/text.rs`: a letter, letters of wide scripts, and emoji, in shares of the size. */
const LETTER_EM = 0.62;
const WIDE_EM = 1.05;
const EMOJI_EM = 1.4;

function letterEm(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x590 || (code >= 0x2010 && code <= 0x2027)) return LETTER_EM;
  return (code >= 0x2190 && code <= 0x2bff) || code >= 0x1f000 ? EMOJI_EM : WIDE_EM;
}

/** `text` cut to a shape of this width, the last letter then being an ellipsis. */
export function cutToShape(text: string, width: number): string {
  const room = (width - VALUE_PADDING_PX) / VALUE_FONT_PX;
  const letters = [...text];
  let em = 0;
  let fits = 0;
  for (const letter of letters) {
    em += letterEm(letter);
    if (em + LETTER_EM <= room) fits += 1;
  }
  return em <= room ? text : `${letters.slice(0, fits).join('')}…`;
}

/** The value of a task, `null` while nobody knows it. */
export function valueAt(picture: Picture, call: CallRecord | null, task: number, us: number): ValueData | null {
  const data = picture.graph.tasks[task];
  if (!call || data?.kind === 'data') return data?.value ?? null;
  const record = call.tasks[task];
  if (!record?.value) return null;
  const span = spanAt(record, us);
  const ended = record.spans.length === 0 ? record.readyUs <= us : span?.outcome === 'done' && span.endUs <= us;
  return ended ? record.value : null;
}
