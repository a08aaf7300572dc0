/** The editor: Python, line numbers, brackets, history; nothing that pops up by itself. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport } from '@codemirror/language';
import { Annotation, EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { Diagnostic, Maybe } from '../engine/types';
import { pointedLines, showLines, type Lines } from './lines';
import { offsetOf, showSquiggle, squiggle } from './squiggle';
import { tabHandling } from './tab';
import { theme } from './theme';

/** Marks a change that came from the page, not from the reader. */
const fromPage = Annotation.define<boolean>();

export interface EditorHandlers {
  changed(source: string): void;
  run(): void;
  /** Escape: true when there was something to stop. */
  escape(): boolean;
}

export interface Editor {
  view: EditorView;
  setSource(source: string): void;
  showError(error: Maybe<Diagnostic>): void;
  /** Points at lines, or at none. */
  showLines(lines: Lines | null): void;
  goTo(line: number, column: number): void;
  destroy(): void;
}

export function createEditor(parent: HTMLElement, source: string, handlers: EditorHandlers): Editor {
  const tab = tabHandling();
  const keys = Prec.highest(
    keymap.of([
      { key: 'Mod-Enter', run: () => (handlers.run(), true) },
      {
        key: 'Escape',
        run: (view) => {
          if (handlers.escape()) return true;
          tab.release();
          view.contentDOM.blur();
          return true;
        },
      },
    ]),
  );
  const state = EditorState.create({
    doc: source,
    extensions: [
      keys,
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      new LanguageSupport(pythonLanguage),
      theme,
      squiggle,
      pointedLines,
      tab.extension,
      keymap.of([...closeBracketsKeymap, ...tab.keys, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({
        'aria-label': 'Python program. Press Escape, then Tab, to leave.',
        autocapitalize: 'off',
        autocorrect: 'off',
        spellcheck: 'false',
      }),
    ],
  });
  const view = new EditorView({
    state,
    parent,
    dispatchTransactions(transactions, of) {
      const last = transactions[transactions.length - 1];
      const typed = transactions.some((one) => one.docChanged) && !transactions.some((one) => one.annotation(fromPage));
      // The engine looks at the program while the editor still draws it.
      if (typed && last) handlers.changed(last.newDoc.toString());
      of.update(transactions);
    },
  });
  return {
    view,
    setSource(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        annotations: fromPage.of(true),
        scrollIntoView: true,
      });
    },
    showError: (error) => showSquiggle(view, error),
    showLines: (lines) => showLines(view, lines),
    goTo(line, column) {
      view.dispatch({ selection: { anchor: offsetOf(view.state.doc, line, column) }, effects: EditorView.scrollIntoView(offsetOf(view.state.doc, line, 0), { y: 'center' }) });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
