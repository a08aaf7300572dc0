/** What crosses to the overview's worker, what comes back, and how it is read. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { picture } from '../testing';
import { OVERVIEW_LIMIT_MS, OverviewClient } from './client';
import { depths, describeBox, lineWidth, nextBox } from './scene';
import type { Overview } from './types';
import { workOf, type Reply, type Request } from './work';

const shown = picture([['inc', []], ['inc', []], ['add', [0, 1]]]);
const work = workOf(shown, 'x', 'bottomToTop');

function box(id: string, x: number, y: number, tasks: number[]): Overview['boxes'][number] {
  return { id, kind: 'delayed', label: id, detail: '', tasks, firstLine: 3, lastLine: 4, frame: 1, x, y, width: 80, height: 30 };
}

const frame = (id: string, around: number | null): Overview['frames'][number] => ({
  id, kind: 'statement', title: id, text: id, firstLine: 3, lastLine: 4, frame: around, x: 0, y: 0, width: 1, height: 1,
});

const OVERVIEW: Overview = {
  width: 300,
  height: 200,
  frames: [frame('outer', null), frame('inner', 0)],
  boxes: [box('inc', 50, 150, [0, 1]), box('add', 60, 50, [2]), box('aside', 200, 150, [])],
  lines: [{ from: 0, to: 1, count: 2, curve: [] }],
};

describe('work', () => {
  it('lists the tasks, one entry each', () => {
    expect(work.prefixes).toEqual(['inc', 'inc', 'add']);
    expect([...work.deps]).toEqual([0, 1]);
    expect([...work.ends]).toEqual([0, 0, 2]);
    expect([...work.kinds]).toEqual([0, 0, 0]);
    expect(workOf({ ...shown, call: 'get' }, 'x', 'bottomToTop').isDict).toBe(true);
  });
});

describe('reading', () => {
  it('tells how deep frames are and how wide lines', () => {
    expect(depths(OVERVIEW)).toEqual([0, 1]);
    expect(lineWidth(1000)).toBeGreaterThan(lineWidth(10));
    expect(lineWidth(0)).toBe(lineWidth(1));
  });

  it('walks to the nearest box, and from nowhere to the last one', () => {
    expect(nextBox(OVERVIEW, 0, [0, -1])?.id).toBe('add');
    expect(nextBox(OVERVIEW, 0, [1, 0])?.id).toBe('aside');
    expect(nextBox(OVERVIEW, 1, [0, -1])).toBeNull();
    expect(nextBox(OVERVIEW, -1, [0, 1])?.id).toBe('add');
  });

  it('describes a box in a sentence', () => {
    expect(describeBox(OVERVIEW, 0, null)).toBe('inc: 2 tasks; lines 3 to 4; needs nothing; needed by add');
    expect(describeBox(OVERVIEW, 1, { total: 1, counts: [0, 0, 1, 0, 0, 0], all: 'running' })).toBe('add: 1 task; lines 3 to 4; 1 running; needs inc');
    expect(describeBox(OVERVIEW, 9, null)).toBe('');
  });
});

describe('the client', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function start() {
    const ends: Array<{ sent: Request[]; closed: boolean; heard(reply: Reply): void; crashed(reason: string): void }> = [];
    const client = new OverviewClient((heard, crashed) => {
      const end = { sent: [] as Request[], closed: false, heard, crashed };
      ends.push(end);
      return { post: (request) => end.sent.push(request), close: () => (end.closed = true) };
    }, 'glue');
    return { client, ends };
  }
  const text = JSON.stringify(OVERVIEW);

  it('starts its worker with the first request, and keeps it', async () => {
    const { client, ends } = start();
    expect(ends).toHaveLength(0);
    const first = client.draw(work);
    ends[0]?.heard({ id: 1, text });
    expect(await first).toEqual(OVERVIEW);
    const second = client.draw(work);
    ends[0]?.heard({ id: 2, text });
    expect(await second).toEqual(OVERVIEW);
    expect(ends).toHaveLength(1);
  });

  it('has one request in flight and only the newest waiting', async () => {
    const { client, ends } = start();
    void client.draw(work);
    const second = client.draw(work);
    const third = client.draw({ ...work, source: 'newest' });
    expect(await second).toBeNull();
    ends[0]?.heard({ id: 1, text });
    expect(ends[0]?.sent.map((request) => request.work.source)).toEqual(['x', 'newest']);
    ends[0]?.heard({ id: 2, text });
    expect(await third).toEqual(OVERVIEW);
  });

  it('ends a worker that takes too long or breaks, and starts another for the next', async () => {
    const { client, ends } = start();
    const slow = expect(client.draw(work)).rejects.toThrow('too long');
    vi.advanceTimersByTime(OVERVIEW_LIMIT_MS);
    await slow;
    const broken = expect(client.draw(work)).rejects.toThrow('unreachable');
    ends[1]?.heard({ id: 2, reason: 'unreachable' });
    await broken;
    const lost = expect(client.draw(work)).rejects.toThrow('gone');
    ends[2]?.crashed('gone');
    await lost;
    expect(ends.map((end) => end.closed)).toEqual([true, true, true]);
    ends[0]?.heard({ id: 3, text });
    expect(ends).toHaveLength(3);
  });
});
