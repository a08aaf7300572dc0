/** Lines that something outside the editor points at. */
import { StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** From 1 on, both included. */
export interface Lines {
  first: number;
  last: number;
}

const setLines = StateEffect.define<Lines | null>();
const mark = Decoration.line({ class: 'cm-pointed' });

/** The numbers of those lines that are there. */
export function linesWithin(doc: Text, lines: Lines | null): number[] {
  if (!lines) return [];
  const first = Math.max(1, lines.first);
  const last = Math.min(lines.last, doc.lines);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setLines)) continue;
      const { doc } = transaction.state;
      return Decoration.set(linesWithin(doc, effect.value).map((line) => mark.range(doc.line(line).from)));
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const look = EditorView.theme({
  '.cm-pointed': { backgroundColor: 'var(--accent-soft)', boxShadow: 'inset 2px 0 var(--accent)' },
});

export const pointedLines: Extension = [marks, look];

/** Points at lines, or at none. Nothing scrolls: the reader's place is theirs. */
export function showLines(view: EditorView, lines: Lines | null): void {
  view.dispatch({ effects: setLines.of(lines) });
}
