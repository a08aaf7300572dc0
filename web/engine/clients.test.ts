import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOOK, picture, preview } from '../testing';
import { MAX_LINE_LENGTH, newMailbox, post, wait } from './mailbox';
import { PREVIEW_LIMIT_MS, PreviewClient, TYPING_PAUSE_MS, type Wish } from './preview.client';
import type { OpenPort, PortHandlers, Request } from './protocol';
import { RunClient, STOP_LIMIT_MS, type EngineState } from './run.client';
import type { RunResult } from './types';

const spec = { glueUrl: 'glue', module: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) };
const OPTIONS = { workers: 2, sleep: 'real' } as const;
const RESULT: RunResult = { last: '1', error: null, totals: [], wallUs: 1, stopped: false };

interface FakeWorker {
  sent: Request[];
  closed: boolean;
  handlers: PortHandlers;
}

/** Workers that only write down what they are sent. */
function workers(): { open: OpenPort; all: FakeWorker[] } {
  const all: FakeWorker[] = [];
  const open: OpenPort = (handlers) => {
    const worker: FakeWorker = { sent: [], closed: false, handlers };
    all.push(worker);
    return { post: (request) => worker.sent.push(request), close: () => (worker.closed = true) };
  };
  return { open, all };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = <T>(list: T[], index: number): T => {
  const found = list.at(index);
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
};

const wish = (source: string): Wish => ({ source, answers: [], look: LOOK, picked: null, fresh: false });

describe('the preview', () => {
  function start() {
    const { open, all } = workers();
    const seen: string[] = [];
    const client = new PreviewClient(open, {
      drawn: (_, source) => seen.push(`drawn ${source}`),
      lost: (_, source) => seen.push(`lost ${source}`),
      failed: (reason) => seen.push(`failed ${reason}`),
    }, () => Date.now());
    client.load(spec);
    const loaded = (index: number): void => all[index]?.handlers.reply({ type: 'loaded', id: at(at(all, index).sent, 0).id, threads: 0, interrupt: null, reason: null });
    const draw = (index = -1): void => {
      const worker = at(all, index);
      worker.handlers.reply({ type: 'previewed', id: at(worker.sent, -1).id, preview: preview([]) });
    };
    const sources = (index = -1): string[] => at(all, index).sent.flatMap((request) => (request.type === 'preview' ? [request.source] : []));
    return { client, all, seen, loaded, draw, sources };
  }

  it('has one request in flight and keeps only the newest waiting', () => {
    const { client, loaded, draw, sources, seen } = start();
    client.request(wish('a'));
    expect(sources()).toEqual([]);
    loaded(0);
    client.request(wish('b'));
    client.request(wish('c'));
    expect(sources()).toEqual(['a']);
    draw();
    expect(sources()).toEqual(['a', 'c']);
    draw();
    expect(seen).toEqual(['drawn a', 'drawn c']);
    expect(client.idle).toBe(true);
  });

  it('replaces a worker that takes too long, and does not try that program again', () => {
    const { client, all, loaded, sources, seen } = start();
    loaded(0);
    client.request(wish('slow'));
    vi.advanceTimersByTime(PREVIEW_LIMIT_MS);
    expect(all[0]?.closed).toBe(true);
    expect(seen).toEqual(['lost slow']);
    loaded(1);
    expect(sources(1)).toEqual([]);
    client.request(wish('good'));
    vi.advanceTimersByTime(TYPING_PAUSE_MS);
    expect(sources(1)).toEqual(['good']);
  });

  it('waits for a pause in the typing while drawing is slow', () => {
    const { client, loaded, draw, sources } = start();
    loaded(0);
    client.request(wish('a'));
    vi.advanceTimersByTime(200);
    draw();
    client.request(wish('ab'));
    vi.advanceTimersByTime(TYPING_PAUSE_MS - 1);
    client.request(wish('abc'));
    vi.advanceTimersByTime(TYPING_PAUSE_MS - 1);
    expect(sources()).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(sources()).toEqual(['a', 'abc']);
  });

  it('draws and writes between previews, and says when nobody will', async () => {
    const { client, all, loaded } = start();
    const shown = picture([['inc', []]]);
    const { graph, layout } = shown;
    await expect(client.draw('total#1', graph, LOOK)).rejects.toThrow('not loaded');
    loaded(0);
    const { handlers, sent } = at(all, 0);
    const drawn = client.draw('total#1', graph, LOOK);
    expect(client.idle).toBe(false);
    if (layout) handlers.reply({ type: 'layout', id: at(sent, -1).id, layout });
    expect(await drawn).toBe(layout);
    const written = client.write(shown, LOOK, 'svg');
    handlers.reply({ type: 'failed', id: at(sent, -1).id, reason: 'too large' });
    await expect(written).rejects.toThrow('too large');
    expect(all.length).toBe(1);
    const lost = client.draw('total#1', graph, LOOK);
    handlers.crashed('memory');
    await expect(lost).rejects.toThrow('memory');
  });

  it('ignores an answer of a worker that was replaced', () => {
    const { client, all, loaded, seen } = start();
    loaded(0);
    client.request(wish('slow'));
    vi.advanceTimersByTime(PREVIEW_LIMIT_MS);
    const first = at(all, 0);
    first.handlers.reply({ type: 'previewed', id: at(first.sent, -1).id, preview: preview([]) });
    expect(seen).toEqual(['lost slow']);
  });

  it('says when it cannot be loaded', () => {
    const { client, all, seen } = start();
    client.request(wish('a'));
    all[0]?.handlers.crashed('no file');
    expect(seen).toEqual(['failed no file']);
    expect(client.idle).toBe(true);
  });
});

describe('the runner', () => {
  function start(threads: number) {
    const { open, all } = workers();
    const states: EngineState[] = [];
    const client = new RunClient(open, (state) => states.push(state), () => Date.now());
    client.load(spec, threads);
    const memory = new SharedArrayBuffer(16);
    const loaded = (index: number): void =>
      all[index]?.handlers.reply({ type: 'loaded', id: 1, threads, interrupt: threads > 0 ? { buffer: memory, address: 3 } : null, reason: null });
    const ended = (index: number): void => {
      const worker = at(all, index);
      worker.handlers.reply({ type: 'ended', id: at(worker.sent, -1).id, result: RESULT });
    };
    return { client, all, states, loaded, ended, flag: () => new Uint8Array(memory)[3] };
  }

  it('waits for the engine, then runs with the workers there are', async () => {
    const { client, all, states, loaded, ended } = start(2);
    const done = client.run('x', { workers: 8, sleep: 'real' }, { event: () => {} });
    expect(all[0]?.sent.length).toBe(1);
    loaded(0);
    expect(all[0]?.sent[1]).toMatchObject({ type: 'run', source: 'x', options: { workers: 2 } });
    ended(0);
    expect(await done).toEqual(RESULT);
    expect(states.map((state) => state.kind)).toEqual(['loading', 'threads']);
  });

  it('stops by the byte in shared memory, and leaves a worker alone that obeys', async () => {
    const { client, all, loaded, ended, flag } = start(2);
    loaded(0);
    const done = client.run('x', OPTIONS, { event: () => {} });
    client.stop();
    expect(flag()).toBe(1);
    ended(0);
    await done;
    vi.advanceTimersByTime(STOP_LIMIT_MS * 2);
    expect(all).toHaveLength(1);
    void client.run('y', OPTIONS, { event: () => {} });
    expect(flag()).toBe(0);
  });

  it('ends a worker that does not obey, and starts the next', async () => {
    const { client, all, loaded } = start(2);
    loaded(0);
    const done = client.run('while True: pass', OPTIONS, { event: () => {} });
    client.stop();
    vi.advanceTimersByTime(STOP_LIMIT_MS);
    expect((await done).stopped).toBe(true);
    expect(all[0]?.closed).toBe(true);
    expect(all[1]?.sent[0]).toMatchObject({ type: 'load', threads: 2 });
  });

  it('ends the worker at once where memory is not shared', async () => {
    const { client, all, loaded, states } = start(0);
    loaded(0);
    const done = client.run('while True: pass', OPTIONS, { event: () => {} });
    expect(all[0]?.sent[1]).toMatchObject({ options: { workers: 1 } });
    client.stop();
    expect((await done).stopped).toBe(true);
    expect(all[0]?.closed).toBe(true);
    loaded(1);
    expect(states.at(-1)?.kind).toBe('single');
  });

  it('a worker that breaks ends its run with the reason, and is replaced', async () => {
    const { client, all, loaded } = start(2);
    loaded(0);
    const done = client.run('x', OPTIONS, { event: () => {} });
    all[0]?.handlers.crashed('out of memory');
    const result = await done;
    expect(result.error?.message).toContain('out of memory');
    expect(result.stopped).toBe(false);
    expect(all).toHaveLength(2);
  });

  it('an engine that cannot load fails every run with the reason', async () => {
    const { client, all, states } = start(2);
    const waiting = client.run('x', OPTIONS, { event: () => {} });
    all[0]?.handlers.crashed('no file');
    expect((await waiting).error?.message).toBe('no file');
    expect(states.at(-1)).toEqual({ kind: 'failed', reason: 'no file' });
    expect((await client.run('x', OPTIONS, { event: () => {} })).error?.message).toBe('no file');
  });
});

describe('the mailbox', () => {
  it('carries a line, an empty one, and the end of all lines', () => {
    for (const line of ['héllo 😀', '', 'x'.repeat(MAX_LINE_LENGTH), null]) {
      const mailbox = newMailbox();
      post(mailbox, line);
      expect(wait(mailbox)).toBe(line);
    }
  });
});
