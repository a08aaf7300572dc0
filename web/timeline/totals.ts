/** What a run came to, over all its compute calls. */
import type { RunRecord } from '../app/record';

export interface Totals {
  wallUs: number;
  workUs: number;
  longestPathUs: number;
  /** Work divided by the wall time of the calls. */
  parallelism: number;
}

/** Calls follow one another, so their walls and longest paths add up. */
export function totalsOf(record: RunRecord): Totals | null {
  const totals = record.result?.totals ?? [];
  if (totals.length === 0) return null;
  const sum = (of: (one: (typeof totals)[number]) => number): number => totals.reduce((all, one) => all + of(one), 0);
  const wallUs = sum((one) => one.wallUs);
  const workUs = sum((one) => one.workUs);
  const longestPathUs = sum((one) => one.longestPathUs);
  return { wallUs, workUs, longestPathUs, parallelism: wallUs > 0 ? workUs / wallUs : 0 };
}
