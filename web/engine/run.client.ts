/**
 * The page's end of the run worker: its start-up states, one run at a time,
 * and a Stop that always works.
 *
 *   loading --> threads | single --> failed (only when it cannot be loaded)
 *
 * Stop stores 1 in the engine's interrupt byte where memory is shared. A run
 * that has not ended soon after, and any run where memory is not shared, loses
 * its worker; the next one starts from the module that is already compiled.
 */
import { post } from './mailbox';
import { assertNever, type Interrupt, type OpenPort, type Port, type Reply } from './protocol';
import type { LoadSpec } from './preview.client';
import type { RunEvent, RunOptions, RunResult } from './types';

/** How long a stopped run may take to end by itself. */
export const STOP_LIMIT_MS = 250;

export type EngineState =
  | { kind: 'loading'; step: string }
  | { kind: 'threads'; threads: number }
  | { kind: 'single'; reason: string }
  | { kind: 'failed'; reason: string };

/** Hears of a run while it goes on. */
export interface RunHandlers {
  event(event: RunEvent): void;
  /** It was sent to the engine, with these options. */
  started?(options: RunOptions): void;
  /** It waits for a line: `answer` gives it. */
  asks?(): void;
}

interface Flight {
  id: number;
  source: string;
  options: RunOptions;
  sent: boolean;
  sentAt: number;
  handlers: RunHandlers;
  /** Where the line belongs that the run waits for; absent when it waits for none. */
  question: { mailbox: SharedArrayBuffer | null } | null;
  finish: (result: RunResult) => void;
  killer: ReturnType<typeof setTimeout> | null;
}

/** What a reader can do after the engine broke in the middle of a run. */
const BROKE_HINT = 'Your program is kept. Press Run to try again.';

/** The result of a run that could not end by itself. */
function cutShort(wallUs: number, reason: string | null, hints: string[] = []): RunResult {
  const error = reason === null ? null : { kind: 'Engine', message: reason, place: null, hints, frames: [], task: null, text: reason };
  return { last: null, error, totals: [], wallUs, stopped: reason === null };
}

export class RunClient {
  #port: Port | null = null;
  #spec: LoadSpec | null = null;
  #threads = 0;
  #interrupt: Interrupt | null = null;
  #nextId = 1;
  #flight: Flight | null = null;
  #state: EngineState = { kind: 'loading', step: 'Loading the engine' };

  constructor(
    private readonly open: OpenPort,
    private readonly changed: (state: EngineState) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get state(): EngineState {
    return this.#state;
  }

  /** Starts the worker; `threads` is 0 where the page is not isolated. */
  load(spec: LoadSpec, threads: number): void {
    this.#spec = spec;
    this.#threads = threads;
    this.#start();
  }

  fail(reason: string): void {
    this.#port?.close();
    this.#port = null;
    this.#become({ kind: 'failed', reason });
    this.#end(cutShort(0, reason));
  }

  /** Runs `source`; waits for the engine when it still loads. One run at a time. */
  run(source: string, options: RunOptions, handlers: RunHandlers): Promise<RunResult> {
    if (this.#flight) return Promise.reject(new Error('A program is running. Stop it first.'));
    if (this.#state.kind === 'failed') return Promise.resolve(cutShort(0, this.#state.reason));
    return new Promise((finish) => {
      this.#flight = { id: this.#nextId++, source, options, sent: false, sentAt: this.now(), handlers, question: null, finish, killer: null };
      this.#send();
    });
  }

  /** Gives a run the line it waits for; `null` ends all lines. */
  answer(line: string | null): void {
    const flight = this.#flight;
    if (!flight?.question) return;
    const { mailbox } = flight.question;
    flight.question = null;
    if (mailbox) post(mailbox, line);
    else this.#port?.post({ type: 'answer', id: flight.id, line });
  }

  stop(): void {
    const flight = this.#flight;
    if (!flight || flight.killer !== null) return;
    if (!flight.sent) return this.#end(cutShort(0, null));
    if (!this.#interrupt) return this.#kill(null);
    Atomics.store(new Uint8Array(this.#interrupt.buffer), this.#interrupt.address, 1);
    // Who waits for a line sees the byte only when the waiting ends.
    this.answer(null);
    flight.killer = setTimeout(() => this.#kill(null), STOP_LIMIT_MS);
  }

  #become(state: EngineState): void {
    this.#state = state;
    this.changed(state);
  }

  #start(): void {
    const spec = this.#spec;
    if (!spec) return;
    this.#interrupt = null;
    this.#become({ kind: 'loading', step: this.#threads > 0 ? `Starting ${this.#threads} threads` : 'Starting the engine' });
    const port = this.open({
      reply: (reply) => {
        if (port === this.#port) this.#receive(reply);
      },
      crashed: (reason) => {
        if (port === this.#port) this.#crash(reason);
      },
    });
    this.#port = port;
    port.post({ type: 'load', id: this.#nextId++, threads: this.#threads, ...spec });
  }

  get #ready(): boolean {
    return this.#state.kind === 'threads' || this.#state.kind === 'single';
  }

  #send(): void {
    const flight = this.#flight;
    if (!flight || flight.sent || !this.#ready || !this.#port) return;
    if (this.#interrupt) Atomics.store(new Uint8Array(this.#interrupt.buffer), this.#interrupt.address, 0);
    flight.sent = true;
    flight.sentAt = this.now();
    const most = this.#state.kind === 'threads' ? this.#state.threads : 1;
    const options = { ...flight.options, workers: Math.min(flight.options.workers, most) };
    flight.handlers.started?.(options);
    this.#port.post({ type: 'run', id: flight.id, source: flight.source, options });
  }

  #receive(reply: Reply): void {
    switch (reply.type) {
      case 'loaded':
        this.#interrupt = reply.interrupt;
        this.#become(
          reply.threads > 0
            ? { kind: 'threads', threads: reply.threads }
            : { kind: 'single', reason: reply.reason ?? 'This page is not isolated from other sites, so the browser lends it no threads.' },
        );
        this.#send();
        return;
      case 'event':
        if (this.#flight?.id === reply.id) this.#flight.handlers.event(reply.event);
        return;
      case 'asks':
        if (this.#flight?.id !== reply.id) return;
        this.#flight.question = { mailbox: reply.mailbox };
        // Stop may have been pressed while the question was on its way.
        if (this.#flight.killer !== null) this.answer(null);
        else this.#flight.handlers.asks?.();
        return;
      case 'ended':
        if (this.#flight?.id === reply.id) this.#end(reply.result);
        return;
      case 'failed':
        this.#crash(reply.reason);
        return;
      case 'previewed':
      case 'layout':
      case 'file':
        return;
      default:
        assertNever(reply);
    }
  }

  #end(result: RunResult): void {
    const flight = this.#flight;
    if (!flight) return;
    if (flight.killer !== null) clearTimeout(flight.killer);
    this.#flight = null;
    flight.finish(result);
  }

  #crash(reason: string): void {
    if (this.#flight?.sent) this.#kill(`The engine broke: ${reason}`);
    else this.fail(reason);
  }

  /** Ends the worker with whatever it does, and starts the next. */
  #kill(reason: string | null): void {
    const flight = this.#flight;
    this.#port?.close();
    this.#port = null;
    this.#start();
    if (flight) this.#end(cutShort((this.now() - flight.sentAt) * 1000, reason, reason === null ? [] : [BROKE_HINT]));
  }
}
