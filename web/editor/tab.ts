/**
 * Tab without a trap. It indents only for a reader who typed or clicked in the
 * editor; one who came by keyboard passes through, and Escape gives Tab back.
 */
import { indentLess, indentMore } from '@codemirror/commands';
import { EditorView, type KeyBinding } from '@codemirror/view';
import { Transaction } from '@codemirror/state';

const INDENT = 4;

export function tabHandling(): { keys: KeyBinding[]; extension: ReturnType<typeof EditorView.domEventHandlers>[]; release: () => void } {
  let engaged = false;
  const keys: KeyBinding[] = [
    {
      key: 'Tab',
      run: (view) => {
        if (!engaged) return false;
        if (view.state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
        const { head } = view.state.selection.main;
        const column = head - view.state.doc.lineAt(head).from;
        const spaces = ' '.repeat(INDENT - (column % INDENT));
        view.dispatch(view.state.update(view.state.replaceSelection(spaces), { scrollIntoView: true, userEvent: 'input' }));
        return true;
      },
      shift: (view) => engaged && indentLess(view),
    },
  ];
  const extension = [
    EditorView.domEventHandlers({
      pointerdown: () => {
        engaged = true;
        return false;
      },
      blur: () => {
        engaged = false;
        return false;
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.transactions.some((one) => one.docChanged && one.annotation(Transaction.userEvent) !== undefined)) engaged = true;
    }),
  ];
  return { keys, extension, release: () => (engaged = false) };
}
