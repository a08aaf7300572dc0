/** The squiggle under an error. Its words are in the console; here they wait under the pointer. */
import { StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Diagnostic, Maybe } from '../engine/types';

const setError = StateEffect.define<Diagnostic | null>();

/** The offset of a line (from 1) and a column (from 0), kept inside the text. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return Math.min(at.from + Math.max(0, column), at.to);
}

/** What to underline: at least one letter, and something on the line when there is. */
export function rangeOf(doc: Text, error: Diagnostic): { from: number; to: number } | null {
  const { place } = error;
  if (!place) return null;
  const from = offsetOf(doc, place.line, place.column);
  const to = Math.max(from, offsetOf(doc, place.endLine, place.endColumn));
  if (to > from) return { from, to };
  const line = doc.lineAt(from);
  if (line.length === 0) return null;
  return from < line.to ? { from, to: from + 1 } : { from: from - 1, to: from };
}

function marksOf(doc: Text, error: Diagnostic | null): DecorationSet {
  const range = error && rangeOf(doc, error);
  if (!error || !range) return Decoration.none;
  const title = [`${error.kind}: ${error.message}`, ...error.hints].join('\n');
  return Decoration.set([Decoration.mark({ class: 'cm-error', attributes: { title } }).range(range.from, range.to)]);
}

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setError)) return marksOf(transaction.state.doc, effect.value);
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const squiggle: Extension = marks;

export function showSquiggle(view: EditorView, error: Maybe<Diagnostic>): void {
  view.dispatch({ effects: setError.of(error ?? null) });
}
