/**
 * The lanes of a run as bars to draw: pure functions of the kept record.
 * Times stay microseconds here; the view knows the pixels.
 */
import { homeAt, homeLane, type RunRecord, type TaskRecord, type TaskSpan } from '../app/record';
import type { TaskState } from '../app/record';

export interface Bar {
  call: number;
  task: number;
  lane: number;
  startUs: number;
  endUs: number;
  label: string;
  home: boolean;
  outcome: TaskSpan['outcome'];
}

export interface Lanes {
  names: string[];
  bars: Bar[];
  endUs: number;
}

/** How a bar is drawn; the same words as in the graph. */
export type BarLook = TaskState | 'moved';

/** All bars up to `nowUs`. The lane of the main program is there only when it was needed. */
export function lanesOf(record: RunRecord, nowUs: number): Lanes {
  const home = homeLane(record);
  const bars: Bar[] = [];
  let usesHome = false;
  for (const call of record.calls) {
    if (!call) continue;
    const { tasks } = call.picture.graph;
    call.tasks.forEach((task, id) => {
      for (const span of task.spans) {
        usesHome ||= span.worker >= home;
        bars.push({
          call: call.call,
          task: id,
          lane: Math.min(span.worker, home),
          startUs: span.startUs,
          endUs: Math.min(span.endUs, nowUs),
          label: tasks[id]?.prefix ?? '',
          home: span.worker >= home || (Number.isFinite(task.homeUs) && homeAt(task, span.endUs)),
          outcome: span.outcome,
        });
      }
    });
  }
  const names = Array.from({ length: home }, (_, lane) => `worker ${lane + 1}`);
  if (usesHome) names.push('main program');
  return { names, bars, endUs: Math.max(nowUs, 1) };
}

/** The look of a bar at `us`; `null` when it has not begun. Past the end (`us` = now) a result counts as kept. */
export function barLook(bar: Bar, task: TaskRecord | undefined, us: number, replay: boolean): BarLook | null {
  if (bar.startUs > us) return null;
  if (bar.outcome === 'running' || us < bar.endUs) return 'running';
  if (bar.outcome === 'failed') return 'failed';
  if (bar.outcome === 'moved' || bar.outcome === 'stopped') return 'moved';
  return replay && task && task.releaseUs <= us ? 'released' : 'memory';
}

/** The bar under a point of the lanes, preferring the shortest. */
export function barAt(lanes: Lanes, lane: number, us: number, slackUs: number): Bar | null {
  let best: Bar | null = null;
  for (const bar of lanes.bars) {
    if (bar.lane !== lane || us < bar.startUs - slackUs || us > bar.endUs + slackUs) continue;
    if (!best || bar.endUs - bar.startUs < best.endUs - best.startUs) best = bar;
  }
  return best;
}

/** Round times for the axis, at most `count` of them. */
export function ticks(fromUs: number, toUs: number, count: number): number[] {
  const span = toUs - fromUs;
  if (!(span > 0) || count < 1) return [];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const result: number[] = [];
  for (let us = Math.ceil(fromUs / step) * step; us <= toUs; us += step) result.push(us);
  return result;
}

/** Stretches in which a lane did nothing while the run went on. */
export function idleOf(lanes: Lanes, lane: number): Array<[number, number]> {
  const own = lanes.bars.filter((bar) => bar.lane === lane).sort((a, b) => a.startUs - b.startUs);
  const first = lanes.bars.reduce((least, bar) => Math.min(least, bar.startUs), Infinity);
  const last = lanes.bars.reduce((most, bar) => Math.max(most, bar.endUs), -Infinity);
  const gaps: Array<[number, number]> = [];
  let at = first;
  for (const bar of own) {
    if (bar.startUs > at) gaps.push([at, bar.startUs]);
    at = Math.max(at, bar.endUs);
  }
  if (last > at) gaps.push([at, last]);
  return gaps;
}
