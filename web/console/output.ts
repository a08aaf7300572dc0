/**
 * The text a program printed, as lines, with a bound: a flood of output keeps
 * its newest lines and counts the rest, so that the page stays quick.
 */

export const MAX_LINES = 2_000;
export const MAX_LINE_LENGTH = 4_000;

export interface Output {
  /** Whole lines, oldest first; the last one may still be growing. */
  lines: string[];
  /** Whether the last line ended with a line break. */
  complete: boolean;
  /** Lines that were dropped from the front. */
  dropped: number;
}

export function emptyOutput(): Output {
  return { lines: [], complete: true, dropped: 0 };
}

function clip(line: string): string {
  if (line.length <= MAX_LINE_LENGTH) return line;
  return line.slice(0, MAX_LINE_LENGTH - 1) + '…';
}

/** Adds `text` to `output` in place. */
export function appendOutput(output: Output, text: string): void {
  if (text === '') return;
  const parts = text.split('\n');
  const complete = parts[parts.length - 1] === '';
  if (complete) parts.pop();
  const growing = output.complete ? undefined : output.lines.pop();
  if (growing !== undefined) parts[0] = growing + (parts[0] ?? '');
  const surplus = output.lines.length + parts.length - MAX_LINES;
  if (surplus > 0) {
    output.dropped += surplus;
    if (surplus >= output.lines.length) {
      parts.splice(0, surplus - output.lines.length);
      output.lines.length = 0;
    } else {
      output.lines.splice(0, surplus);
    }
  }
  for (const part of parts) output.lines.push(clip(part));
  output.complete = complete;
}

export function outputOf(text: string): Output {
  const output = emptyOutput();
  appendOutput(output, text);
  return output;
}

/** The kept text, as it was printed. */
export function outputText(output: Output): string {
  if (output.lines.length === 0) return '';
  return output.lines.join('\n') + (output.complete ? '\n' : '');
}
