/** Every key of the page: what it does where, and what the help says of it. */
import type { Store } from './store.svelte';

export interface Shortcut {
  keys: string[];
  text: string;
}

const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');
export const MOD = MAC ? '⌘' : 'Ctrl';

export const SHORTCUTS: Array<{ title: string; shortcuts: Shortcut[] }> = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: [MOD, 'Enter'], text: 'Run' },
      { keys: ['Esc'], text: 'Stop; then leave the editor' },
      { keys: ['?'], text: 'This list' },
    ],
  },
  {
    title: 'Editor',
    shortcuts: [
      { keys: ['Tab'], text: 'Indent, once you have typed or clicked' },
      { keys: ['Esc', 'Tab'], text: 'Leave the editor' },
      { keys: [MOD, 'Z'], text: 'Undo' },
      { keys: [MOD, '/'], text: 'Comment the line, or bring it back' },
    ],
  },
  {
    title: 'Graph',
    shortcuts: [
      { keys: ['←', '↑', '↓', '→'], text: 'Walk from task to task' },
      { keys: ['+', '−', '0'], text: 'Zoom in, zoom out, fit' },
      { keys: [MOD, 'F'], text: 'Find a task by its key' },
      { keys: ['Enter'], text: 'Open a stack of tasks' },
    ],
  },
  {
    title: 'Timeline',
    shortcuts: [
      { keys: ['Space'], text: 'Replay or pause' },
      { keys: [',', '.'], text: 'One event back, one on' },
      { keys: [MOD, 'wheel'], text: 'Zoom; double click for the whole run' },
    ],
  },
];

/** Whether a key belongs to what has the focus, such as the editor. */
function typingIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Does what `event` asks for; true when it did something. */
export function handleKey(store: Store, event: KeyboardEvent, showHelp: () => void): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    void store.run();
    return true;
  }
  if (event.key === 'Escape' && store.running) {
    store.stop();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typingIn(event.target)) return false;
  switch (event.key) {
    case '?':
      showHelp();
      return true;
    case ' ':
      if (event.target instanceof HTMLElement && event.target.matches('button, a, summary, [role="button"]')) return false;
      store.playOrPause();
      return true;
    case ',':
      store.step(-1);
      return true;
    case '.':
      store.step(1);
      return true;
    default:
      return false;
  }
}
