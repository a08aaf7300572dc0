/**
 * Overviews of graphs, drawn when they are looked at. Until one is there the
 * last stays, so typing and Run do not make the picture blink.
 */
import type { OverviewClient } from '../overview/client';
import type { Overview } from '../overview/types';
import { workOf } from '../overview/work';
import { reasonOf } from '../engine/protocol';
import type { Direction, GraphData } from '../engine/types';
import type { View } from './views';

/** A view with its overview, which belong together. */
export interface OverviewDrawing {
  view: View;
  overview: Overview;
}

export class Overviews {
  /** The page must be told when an overview has come or failed. */
  version = $state(0);
  /** Why the last one could not be drawn. */
  fault: string | null = null;
  #drawn = new WeakMap<GraphData, Map<Direction, Overview>>();
  #asked = new WeakMap<GraphData, Set<Direction>>();
  #pending = 0;
  #last: OverviewDrawing | null = null;

  /** The overview of a view; until it is there, the last one. */
  of(view: View | null, direction: Direction): OverviewDrawing | null {
    void this.version;
    if (!view) return (this.#last = null);
    const overview = this.#drawn.get(view.picture.graph)?.get(direction);
    if (overview) this.#last = { view, overview };
    return this.#last;
  }

  /** Asks for an overview that nobody asked for before. */
  async want(client: OverviewClient, view: View, source: string, direction: Direction): Promise<void> {
    const { graph } = view.picture;
    const asked = this.#asked.get(graph) ?? new Set();
    if (asked.has(direction)) return;
    this.#asked.set(graph, asked.add(direction));
    this.#pending += 1;
    try {
      const overview = await client.draw(workOf(view.picture, source, direction));
      // Another graph took its place: it may be asked for again.
      if (!overview) asked.delete(direction);
      else this.#drawn.set(graph, (this.#drawn.get(graph) ?? new Map()).set(direction, overview));
      this.fault = null;
    } catch (error) {
      this.fault = `The overview could not be drawn. ${reasonOf(error)}`;
    }
    this.#pending -= 1;
    this.version += 1;
  }

  get idle(): boolean {
    return this.#pending === 0;
  }
}
