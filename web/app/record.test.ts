import { describe, expect, it } from 'vitest';
import { picture, recordOf, trace } from '../testing';
import { applyEvent, applyResult, durationUs, homeAt, longestPath, progressOf, stateAt } from './record';

const chain = picture([['inc', []], ['dec', []], ['add', [0, 1]]]);

describe('the state of a task', () => {
  const record = recordOf(chain, [
    trace('ready', 0, 0),
    trace('start', 0, 10),
    trace('end', 0, 50, 0, 28),
    trace('release', 0, 90),
  ]);
  const task = record.calls[0]?.tasks[0];
  it.each([
    [-1, 'waiting'],
    [0, 'ready'],
    [10, 'running'],
    [49, 'running'],
    [50, 'memory'],
    [90, 'released'],
    [Number.MAX_VALUE, 'released'],
  ] as const)('at %d µs it is %s', (us, state) => {
    expect(task && stateAt(task, us)).toBe(state);
  });
  it('keeps the size of the result', () => expect(task?.bytes).toBe(28));
});

it('an unfinished task runs now, and waits again once the run was stopped', () => {
  const record = recordOf(chain, [trace('start', 0, 10), trace('start', 1, 20, 1)]);
  const task = record.calls[0]?.tasks[0];
  expect(task && stateAt(task, Number.MAX_VALUE)).toBe('running');
  applyResult(record, { totals: [], wallUs: 30, stopped: true });
  expect(task && stateAt(task, Number.MAX_VALUE)).toBe('waiting');
  expect(task?.spans[0]?.endUs).toBe(30);
  expect(record.lastUs).toBe(30);
});

it('a task that writes shared state runs twice, the second time at home', () => {
  const record = recordOf(chain, [
    trace('start', 0, 0),
    trace('home', 0, 5),
    trace('start', 0, 20, 2),
    trace('end', 0, 40, 2),
  ]);
  const task = record.calls[0]?.tasks[0];
  if (!task) throw new Error('no task');
  expect(stateAt(task, 10)).toBe('ready');
  expect(stateAt(task, 30)).toBe('running');
  expect(homeAt(task, 4)).toBe(false);
  expect(homeAt(task, 5)).toBe(true);
  expect(task.spans.map((span) => [span.worker, span.outcome])).toEqual([[0, 'moved'], [2, 'done']]);
  expect(durationUs(task, 40)).toBe(25);
});

it('a failed task stays failed', () => {
  const record = recordOf(chain, [trace('start', 1, 0), trace('failed', 1, 5)]);
  const task = record.calls[0]?.tasks[1];
  expect(task && stateAt(task, 100)).toBe('failed');
});

it('counts progress over all calls', () => {
  const record = recordOf(chain, [trace('start', 0, 0), trace('end', 0, 1)]);
  applyEvent(record, { type: 'graph', call: 1, picture: chain });
  expect(progressOf(record)).toEqual({ done: 1, total: 6 });
});

it('the longest path follows durations, not the number of tasks', () => {
  const record = recordOf(chain, [
    trace('start', 0, 0), trace('end', 0, 10),
    trace('start', 1, 0, 1), trace('end', 1, 40, 1),
    trace('start', 2, 40), trace('end', 2, 45),
  ]);
  const call = record.calls[0];
  expect(call && longestPath(call, 45)).toEqual([1, 2]);
});
