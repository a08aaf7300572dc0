/**
 * Which pictures can be shown, and which one is. The pictures of the preview
 * come first, in their order; a run adds its states to those it met again and
 * appends those the preview did not reach.
 */
import type { Picture, Preview } from '../engine/types';
import type { CallRecord, RunRecord } from './record';

export interface View {
  /** Stable over edits and runs: the name and which one of that name it is. */
  key: string;
  picture: Picture;
  /** The run of this picture, when there was one. */
  call: CallRecord | null;
}

function keyed<T extends { picture: Picture }>(list: T[]): Array<T & { key: string }> {
  const seen = new Map<string, number>();
  return list.map((item) => {
    const count = (seen.get(item.picture.name) ?? 0) + 1;
    seen.set(item.picture.name, count);
    return { ...item, key: `${item.picture.name}#${count}` };
  });
}

/** All pictures that can be shown. `record` must be a run of the same program. */
export function viewsOf(preview: Preview | null, record: RunRecord | null): View[] {
  const views: View[] = keyed((preview?.pictures ?? []).map((picture) => ({ picture, call: null })));
  if (!record) return views;
  const byKey = new Map(views.map((view) => [view.key, view]));
  for (const met of keyed(record.pictures)) {
    const call = met.call === null ? null : (record.calls[met.call] ?? null);
    const view = byKey.get(met.key);
    if (view) {
      view.picture = met.picture;
      view.call = call;
    } else {
      views.push({ key: met.key, picture: met.picture, call });
    }
  }
  return views;
}

/** The picture to show: the reader's choice, else the newest call of the run, else the preview's. */
export function shownView(
  views: View[],
  picked: string | null,
  record: RunRecord | null,
  preview: Preview | null,
): View | null {
  const chosen = views.find((view) => view.key === picked);
  if (chosen) return chosen;
  const newest = record?.calls[record.calls.length - 1];
  const running = newest && views.find((view) => view.call === newest);
  if (running) return running;
  const index = preview?.shown;
  if (index !== null && index !== undefined && views[index]) return views[index];
  return views[views.length - 1] ?? null;
}

/**
 * Whether the pictures of a new preview replace those on the page. While the
 * program is broken half-way, fewer pictures come back than were there: then
 * the last ones stay, as they do when the program asks for a line that only a
 * run can get. An error inside a task breaks no picture.
 */
export function replaces(next: Preview, last: Preview | null): boolean {
  if (next.asks) return next.pictures.length >= (last?.pictures.length ?? 0);
  if (!next.error || next.error.task) return true;
  if (!last || last.pictures.length === 0) return true;
  if (next.error.kind === 'SyntaxError' || next.error.kind === 'IndentationError') return false;
  return next.pictures.length >= last.pictures.length;
}
