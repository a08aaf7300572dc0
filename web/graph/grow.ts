/**
 * Where new shapes come from: they grow out of what they are joined to, so
 * that an eye on the old picture sees what was added and to what.
 */
import type { Scene } from './scene';

export interface Spot {
  x: number;
  y: number;
}

/**
 * For each new shape of `after`, by its id, the place in `before` of the
 * nearest shape it is joined to, over other new shapes where need be. What is
 * joined to nothing known has none.
 */
export function origins(before: Scene | null, after: Scene): Map<string, Spot> {
  const found = new Map<string, Spot>();
  if (!before) return found;
  const known = new Map(before.nodes.map((node) => [node.id, node]));
  const fresh = after.nodes.filter((node) => !known.has(node.id));
  if (fresh.length === 0 || fresh.length === after.nodes.length) return found;
  const near: number[][] = after.nodes.map(() => []);
  for (const { from, to } of after.edges) {
    near[from]?.push(to);
    near[to]?.push(from);
  }
  const spots: Array<Spot | undefined> = after.nodes.map((node) => known.get(node.id));
  const queue = spots.flatMap((spot, index) => (spot ? [index] : []));
  for (let i = 0; i < queue.length; i += 1) {
    const spot = spots[queue[i] ?? -1];
    for (const other of near[queue[i] ?? -1] ?? []) {
      const node = after.nodes[other];
      if (!spot || !node || spots[other]) continue;
      spots[other] = spot;
      found.set(node.id, { x: spot.x, y: spot.y });
      queue.push(other);
    }
  }
  return found;
}
