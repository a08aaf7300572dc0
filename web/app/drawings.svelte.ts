/**
 * Layouts of graphs, by what they depend on: what the graph looks like and how
 * it is to be drawn. A run meets the graphs of the preview again, so their
 * layouts are there already and nothing moves when Run is pressed.
 */
import type { GraphData, Layout, Look } from '../engine/types';
import type { View } from './views';

/** A view with its layout, which belong together. */
export interface Drawing {
  view: View;
  layout: Layout;
}

/** Layouts kept; a large one takes some megabytes. */
const MAX_LAYOUTS = 24;

/** What a layout depends on, as one text. */
export const nameOf = (graph: GraphData, look: Look): string => `${graph.figure} ${JSON.stringify(look)}`;

export class Drawings {
  #layouts = new Map<string, Layout>();
  /** Counts changes inside the map. */
  #version = $state(0);
  #last: Drawing | null = null;

  keep(graph: GraphData, look: Look, layout: Layout): void {
    const name = nameOf(graph, look);
    this.#layouts.delete(name);
    this.#layouts.set(name, layout);
    const [oldest] = this.#layouts.keys();
    if (this.#layouts.size > MAX_LAYOUTS && oldest !== undefined) this.#layouts.delete(oldest);
    this.#version += 1;
  }

  has(graph: GraphData, look: Look): boolean {
    void this.#version;
    return this.#layouts.has(nameOf(graph, look));
  }

  /** The drawing of a view. Until its layout is there, the last drawing stays. */
  of(view: View | null, look: Look): Drawing | null {
    void this.#version;
    if (!view) return (this.#last = null);
    const layout = this.#layouts.get(nameOf(view.picture.graph, look));
    if (layout) this.#last = { view, layout };
    return this.#last;
  }
}
