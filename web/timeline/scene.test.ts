import { describe, expect, it } from 'vitest';
import { applyResult } from '../app/record';
import { picture, recordOf, trace } from '../testing';
import { formatBytes, formatTime } from '../ui/format';
import { barAt, barLook, idleOf, lanesOf, ticks } from './scene';
import { totalsOf } from './totals';

const two = picture([['inc', []], ['add', [0]]]);
const events = [trace('start', 0, 0), trace('end', 0, 40), trace('start', 1, 60, 1), trace('end', 1, 100, 1), trace('release', 0, 100)];

describe('lanes', () => {
  const record = recordOf(two, events);
  const lanes = lanesOf(record, 100);
  it('one for each worker, busy or not', () => expect(lanes.names).toEqual(['worker 1', 'worker 2']));
  it('a bar for each time a task ran', () => expect(lanes.bars.map((bar) => [bar.lane, bar.startUs, bar.endUs, bar.label, bar.home])).toEqual([[0, 0, 40, 'inc', false], [1, 60, 100, 'add', false]]));
  it('the main program gets a lane only when a task went home', () => {
    const home = lanesOf(recordOf(two, [trace('start', 0, 0), trace('home', 0, 5), trace('start', 0, 9, 2), trace('end', 0, 20, 2)]), 20);
    expect(home.names).toEqual(['worker 1', 'worker 2', 'main program']);
    expect(home.bars.map((bar) => [bar.lane, bar.outcome, bar.home])).toEqual([[0, 'moved', true], [2, 'done', true]]);
  });
  it('a running bar grows to now and is not at home', () => {
    const [bar] = lanesOf(recordOf(two, [trace('start', 0, 10)]), 33).bars;
    expect(bar).toMatchObject({ endUs: 33, home: false, outcome: 'running' });
  });
  it('finds the bar under the pointer', () => {
    expect(barAt(lanes, 0, 20, 1)?.task).toBe(0);
    expect(barAt(lanes, 0, 50, 1)).toBeNull();
    expect(barAt(lanes, 1, 59.5, 1)?.task).toBe(1);
  });
  it('sees where a worker was idle', () => {
    expect(idleOf(lanes, 0)).toEqual([[40, 100]]);
    expect(idleOf(lanes, 1)).toEqual([[0, 60]]);
  });
});

describe('a bar at a moment', () => {
  const record = recordOf(two, events);
  const [bar] = lanesOf(record, 100).bars;
  const task = record.calls[0]?.tasks[0];
  it.each([
    [-1, true, null],
    [10, true, 'running'],
    [50, true, 'memory'],
    [100, true, 'released'],
    [100, false, 'memory'],
  ] as const)('at %d µs (replay %s) it is %s', (us, replay, look) => {
    if (!bar) throw new Error('no bar');
    expect(barLook(bar, task, us, replay)).toBe(look);
  });
});

it('the axis has round times', () => {
  expect(ticks(0, 1_000_000, 5)).toEqual([0, 200_000, 400_000, 600_000, 800_000, 1_000_000]);
  expect(ticks(0, 0, 5)).toEqual([]);
  expect(ticks(0, 730, 4).length).toBeLessThanOrEqual(5);
});

it('totals add up over calls', () => {
  const record = recordOf(two, events);
  const call = { call: 0, tasks: 2, workers: 2, wallUs: 100, workUs: 150, longestPathUs: 80, parallelism: 1.5, home: 0 };
  applyResult(record, { totals: [call, { ...call, call: 1, wallUs: 50 }], wallUs: 160, stopped: false });
  expect(totalsOf(record)).toEqual({ wallUs: 150, workUs: 300, longestPathUs: 160, parallelism: 2 });
});

it.each([
  [0, '0 µs'],
  [340.4, '340 µs'],
  [1_240, '1.2 ms'],
  [12_400, '12 ms'],
  [610_000, '0.61 s'],
  [1_234_000, '1.23 s'],
  [12_340_000, '12.3 s'],
  [75_000_000, '1 min 15 s'],
])('%d µs reads %s', (us, text) => expect(formatTime(us)).toBe(text));

it('bytes', () => expect([28, 4_096, 3_200_000].map(formatBytes)).toEqual(['28 B', '4.1 kB', '3.2 MB']));
