/**
 * From one scene to the next: what is in both moves, what is new grows out of
 * what it is joined to, what is gone fades. Shapes and lines are the same where their ids are, as for the
 * elements of `SvgView`. Pure; whoever paints says how far the change has come.
 */
import { origins, type Spot } from './grow';
import type { Scene, SceneEdge, SceneNode } from './scene';

/** A scene on its way, in three parts of different opacity. */
export interface Blend {
  leaving: { nodes: SceneNode[]; edges: SceneEdge[] };
  staying: { nodes: SceneNode[]; edges: SceneEdge[] };
  fresh: { nodes: SceneNode[]; edges: SceneEdge[] };
}

const between = (from: number, to: number, t: number): number => from + (to - from) * t;

/** Quick at first, then slower: as the style sheet's `--glide`. */
export function eased(t: number): number {
  const left = 1 - Math.max(0, Math.min(1, t));
  return 1 - left * left * left;
}

export class Tween {
  #nodes: Array<[SceneNode, SceneNode]> = [];
  #edges: Array<[SceneEdge, SceneEdge]> = [];
  #leaving: Blend['leaving'];
  #fresh: Blend['fresh'];
  /** Where new shapes come from. */
  #origins: Map<string, Spot>;

  constructor(before: Scene, after: Scene) {
    this.#origins = origins(before, after);
    this.#fresh = {
      nodes: pair(before.nodes, after.nodes, this.#nodes, () => true),
      // A line of other bends cannot become the new one bit by bit.
      edges: pair(before.edges, after.edges, this.#edges, (old, next) => old.curve.length === next.curve.length),
    };
    const staying = new Set([...this.#nodes, ...this.#edges].map(([old]) => old.id));
    this.#leaving = {
      nodes: before.nodes.filter((node) => !staying.has(node.id)),
      edges: before.edges.filter((edge) => !staying.has(edge.id)),
    };
  }

  /** The scene at `t`, from 0 to 1. With `still` nothing moves, all is at its new place. */
  at(t: number, still: boolean): Blend {
    const done = still ? 1 : t;
    return {
      leaving: this.#leaving,
      staying: {
        nodes: this.#nodes.map(([old, next]) => ({ ...next, x: between(old.x, next.x, done), y: between(old.y, next.y, done) })),
        edges: this.#edges.map(([old, next]) => ({ ...next, curve: next.curve.map((value, i) => between(old.curve[i] ?? value, value, done)) })),
      },
      fresh: { nodes: this.#fresh.nodes.map((node) => this.#grown(node, done)), edges: this.#fresh.edges },
    };
  }

  #grown(node: SceneNode, done: number): SceneNode {
    const origin = this.#origins.get(node.id);
    return origin ? { ...node, x: between(origin.x, node.x, done), y: between(origin.y, node.y, done) } : node;
  }
}

/** Fills `pairs` with what has the same id in both; the others of `after` are given back. */
function pair<T extends { id: string }>(before: T[], after: T[], pairs: Array<[T, T]>, alike: (old: T, next: T) => boolean): T[] {
  const known = new Map(before.map((thing) => [thing.id, thing]));
  return after.filter((next) => {
    const old = known.get(next.id);
    if (!old || !alike(old, next)) return true;
    pairs.push([old, next]);
    return false;
  });
}
