import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine, EngineHandlers } from '../engine/client';
import { PreviewClient } from '../engine/preview.client';
import type { OpenPort, PortHandlers, Request } from '../engine/protocol';
import { RunClient } from '../engine/run.client';
import type { Preview, RunEvent, RunResult } from '../engine/types';
import { picture, preview, trace } from '../testing';
import { ERROR_DELAY_MS, Store } from './store.svelte';

const shown = picture([['inc', []], ['add', [0]]], 'total');
const broken = (kind = 'SyntaxError'): Preview => preview([], { error: { kind, message: 'm', hints: [], frames: [], text: '' } });
const RESULT: RunResult = { last: '3', error: null, totals: [{ call: 0, tasks: 2, workers: 2, wallUs: 10, workUs: 10, longestPathUs: 10, parallelism: 1, home: 0 }], wallUs: 10, stopped: false };

/** A store whose engine answers when the test says so. */
function start() {
  const store = new Store(() => Date.now());
  const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  const ends: Record<'preview' | 'run', { handlers: PortHandlers; sent: Request[] }> = {
    preview: { handlers: { reply: () => {}, crashed: () => {} }, sent: [] },
    run: { handlers: { reply: () => {}, crashed: () => {} }, sent: [] },
  };
  const port = (which: 'preview' | 'run'): OpenPort => (handlers) => {
    ends[which].handlers = handlers;
    return {
      post: (request) => {
        ends[which].sent.push(request);
        if (request.type === 'load') handlers.reply({ type: 'loaded', id: request.id, threads: which === 'run' ? 2 : 0, interrupt: null, reason: null });
      },
      close: () => {},
    };
  };
  store.replace('first');
  store.connect((handlers: EngineHandlers): Engine => {
    const clients = { preview: new PreviewClient(port('preview'), handlers), runner: new RunClient(port('run'), handlers.state), threads: 2 };
    clients.preview.load({ glueUrl: '', module });
    clients.runner.load({ glueUrl: '', module }, 2);
    return clients;
  });
  const lastId = (which: 'preview' | 'run'): number => ends[which].sent.at(-1)?.id ?? 0;
  return {
    store,
    ends,
    draw: (answer: Preview) => ends.preview.handlers.reply({ type: 'previewed', id: lastId('preview'), preview: answer }),
    emit: (event: RunEvent) => ends.run.handlers.reply({ type: 'event', id: lastId('run'), event }),
    end: (result: RunResult = RESULT) => ends.run.handlers.reply({ type: 'ended', id: lastId('run'), result }),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('typing', () => {
  it('keeps the last good picture, dimmed, and speaks of the error after a while', () => {
    const { store, draw } = start();
    draw(preview([shown]));
    store.edit('first(');
    draw(broken());
    expect(store.shown?.picture).toBe(shown);
    expect(store.dimmed).toBe(true);
    expect(store.error).toBeNull();
    vi.advanceTimersByTime(ERROR_DELAY_MS);
    expect(store.error?.kind).toBe('SyntaxError');
    store.edit('first()');
    expect(store.error).toBeNull();
    draw(preview([shown]));
    vi.advanceTimersByTime(ERROR_DELAY_MS);
    expect([store.dimmed, store.error]).toEqual([false, null]);
  });

  it('keeps the last output until the error speaks', () => {
    const { store, draw } = start();
    draw(preview([shown], { output: 'hello\n' }));
    store.edit('first(');
    draw(broken());
    expect(store.console.output.lines).toEqual(['hello']);
    vi.advanceTimersByTime(ERROR_DELAY_MS);
    expect(store.console.output.lines).toEqual([]);
  });

  it('a whole new program does not show the picture of the old one', () => {
    const { store, draw } = start();
    draw(preview([shown]));
    store.replace('other(');
    draw(broken());
    expect(store.shown).toBeNull();
    expect(store.dimmed).toBe(false);
  });
});

describe('a run', () => {
  it('shows states, output and result, and keeps them until an edit', async () => {
    const { store, draw, emit, end } = start();
    draw(preview([shown]));
    const done = store.run();
    expect(store.running).toBe(true);
    emit({ type: 'output', text: 'hello\n' });
    emit({ type: 'graph', call: 0, picture: shown });
    emit({ type: 'trace', events: [trace('start', 0, 0), trace('end', 0, 5)] });
    vi.advanceTimersByTime(20);
    expect(store.shown?.call?.tasks[0]?.spans).toHaveLength(1);
    expect(store.progress).toEqual({ done: 1, total: 2 });
    end();
    expect(await done).toEqual(RESULT);
    expect(store.running).toBe(false);
    expect(store.console).toMatchObject({ from: 'run', last: '3', output: { lines: ['hello'] } });
    expect(store.pointing).toBe(true);
    store.edit('second');
    expect(store.console.from).toBe('preview');
    expect(store.shown?.call).toBeNull();
    expect(store.record).not.toBeNull();
  });

  it('says that it was stopped, until an edit', async () => {
    const { store, end } = start();
    const done = store.run();
    expect(store.ended).toBeNull();
    store.stop();
    const error = { kind: 'Interrupted', message: 'The run was stopped.', place: null, hints: [], frames: [], task: null, text: '' };
    end({ ...RESULT, error, stopped: true });
    await done;
    expect(store.ended?.stopped).toBe(true);
    expect(store.error).toBeNull();
    store.edit('second');
    expect(store.ended).toBeNull();
  });

  it('points at the timeline only once', async () => {
    const { store, end } = start();
    for (const expected of [true, false]) {
      const done = store.run();
      end();
      await done;
      expect(store.pointing).toBe(expected);
    }
  });

  it('clamps the workers to those there are', async () => {
    const { store, ends, end } = start();
    const done = store.run({ workers: 64 });
    expect(ends.run.sent.at(-1)).toMatchObject({ options: { workers: 2 } });
    end();
    await done;
  });

  it('is stopped by another program', async () => {
    const { store, end } = start();
    const done = store.run();
    store.replace('other');
    end({ ...RESULT, stopped: true });
    expect((await done).stopped).toBe(true);
    expect(store.running).toBe(false);
  });

  it('steps and plays through its events', async () => {
    const { store, emit, end } = start();
    const done = store.run();
    emit({ type: 'graph', call: 0, picture: shown });
    emit({ type: 'trace', events: [trace('start', 0, 700), trace('end', 0, 750), trace('start', 1, 760), trace('end', 1, 790)] });
    end();
    await done;
    store.step(-1);
    expect(store.scrubUs).toBe(760);
    store.step(-1);
    expect(store.scrubUs).toBe(750);
    store.step(1);
    store.step(1);
    store.step(1);
    expect(store.scrubUs).toBeNull();
    store.playOrPause();
    store.advance(30);
    expect([store.playing, store.scrubUs]).toEqual([true, 730]);
    store.advance(100);
    expect([store.playing, store.scrubUs]).toEqual([false, null]);
    store.scrub(0);
    expect(store.scrubUs).toBe(700);
  });

  it('is idle only when nothing draws or runs', async () => {
    const { store, draw, end } = start();
    let idle = false;
    const waiting = store.whenIdle().then(() => (idle = true));
    await Promise.resolve();
    expect(idle).toBe(false);
    draw(preview([shown]));
    await waiting;
    const done = store.run();
    expect(store.idle).toBe(false);
    end();
    await done;
    expect(store.idle).toBe(true);
  });
});

describe('what the reader wrote', () => {
  it('is kept when another program takes its place, and comes back', () => {
    const { store } = start();
    store.edit('mine');
    store.openExample('tree');
    expect(store.earlier).toEqual({ source: 'mine', example: null });
    store.openExample('get');
    expect(store.earlier?.source).toBe('mine');
    store.returnToEarlier();
    expect([store.source, store.earlier]).toEqual(['mine', null]);
  });
  it('is kept when a link brings another one', () => {
    const { store } = start();
    store.openShared({ source: 'shared' }, { source: 'mine', example: null });
    store.edit('shared, edited');
    expect(store.earlier?.source).toBe('mine');
  });
});

describe('a shared program', () => {
  it('lends its settings, and gives the own ones back', () => {
    const { store } = start();
    store.openShared({ source: 'shared', sleep: 'virtual', style: 'clear' }, null);
    expect([store.settings.sleep, store.settings.style]).toEqual(['virtual', 'clear']);
    expect([store.ownSettings.sleep, store.ownSettings.style]).toEqual(['real', 'dask']);
    store.openExample('get');
    expect([store.settings.sleep, store.settings.style]).toEqual(['real', 'dask']);
  });

  it('is borrowed until an edit, and gives the own one back', () => {
    const { store } = start();
    store.openShared({ source: 'shared', workers: 1, style: 'clear' }, { source: 'mine', example: null });
    expect([store.source, store.borrowed, store.workers, store.settings.style]).toEqual(['shared', true, 1, 'clear']);
    store.edit('shared, edited');
    expect(store.borrowed).toBe(false);
    store.returnToOwn();
    expect(store.source).toBe('mine');
  });
});

describe('questions', () => {
  it('takes lines one by one, shows them in the output, and gives them to the next preview', async () => {
    const { store, ends, emit } = start();
    const done = store.run();
    const ask = (): void => ends.run.handlers.reply({ type: 'asks', id: runId, mailbox: null });
    const runId = ends.run.sent.at(-1)?.id ?? 0;
    emit({ type: 'output', text: 'n? ' });
    ask();
    expect([store.asking, store.prompt]).toEqual([true, 'n? ']);
    store.answer(['4', '5']);
    expect([store.asking, store.console.output.lines]).toEqual([false, ['n? 4']]);
    ask();
    expect(store.asking).toBe(false);
    ask();
    store.endInput();
    expect(ends.run.sent.slice(-3)).toEqual(['4', '5', null].map((line) => ({ type: 'answer', id: runId, line })));
    ends.run.handlers.reply({ type: 'ended', id: runId, result: RESULT });
    await done;
    store.edit('first, edited');
    ends.preview.handlers.reply({ type: 'previewed', id: ends.preview.sent.at(-1)?.id ?? 0, preview: preview([]) });
    expect(ends.preview.sent.at(-1)).toMatchObject({ source: 'first, edited', answers: ['4', '5'] });
  });

  it('leaves nothing asked when the run ends', async () => {
    const { store, ends, end } = start();
    const done = store.run();
    ends.run.handlers.reply({ type: 'asks', id: ends.run.sent.at(-1)?.id ?? 0, mailbox: null });
    expect(store.asking).toBe(true);
    end();
    await done;
    expect(store.asking).toBe(false);
  });
});
