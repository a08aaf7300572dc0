/** What a run came to, over all its compute calls. */
import type { RunRecord } from '../app/record';

export interface Totals {
  wallUs: number;
  workUs: number;
  longestPathUs: number;
  /** Work divided by the wall time of the calls; of a run that was cut off it would say little. */
  parallelism: number | null;
}

/** Calls follow one another, so their walls and longest paths add up. */
export function totalsOf(record: RunRecord): Totals | null {
  const totals = record.result?.totals ?? [];
  if (totals.length === 0) return null;
  const sum = (of: (one: (typeof totals)[number]) => number): number => totals.reduce((all, one) => all + of(one), 0);
  const whole = !record.result?.error && !record.result?.stopped;
  const wallUs = sum((one) => one.wallUs);
  const workUs = sum((one) => one.workUs);
  const longestPathUs = sum((one) => one.longestPathUs);
  return { wallUs, workUs, longestPathUs, parallelism: whole && wallUs > 0 ? workUs / wallUs : null };
}
