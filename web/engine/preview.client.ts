/**
 * The page's end of the preview worker.
 *
 * One request is in flight and only the newest waits, so the worker is never
 * behind by more than one program. A watchdog ends a preview that takes too
 * long; the worker starts again from the compiled module. Drawing follows
 * every keystroke, except while programs are slow to draw: then it waits for a
 * pause in the typing.
 */
import { assertNever, type OpenPort, type Port, type Reply } from './protocol';
import type { Preview } from './types';

/** A preview longer than this is ended and its worker replaced. */
export const PREVIEW_LIMIT_MS = 2_000;
/** A preview longer than this makes the next one wait for a pause. */
export const SLOW_PREVIEW_MS = 150;
/** The pause in the typing that a slow program waits for. */
export const TYPING_PAUSE_MS = 300;

export interface PreviewHandlers {
  drawn(preview: Preview, source: string): void;
  /** The preview of `source` was ended or broke; the worker is being replaced. */
  lost(reason: string, source: string): void;
  /** The worker cannot be loaded at all. */
  failed(reason: string): void;
}

export interface LoadSpec {
  glueUrl: string;
  module: WebAssembly.Module;
}

interface Wish {
  source: string;
  answers: string[];
}

type Flight = { id: number; source: string; sentAt: number; watchdog: ReturnType<typeof setTimeout> };

export class PreviewClient {
  #port: Port | null = null;
  #ready = false;
  #nextId = 1;
  #flight: Flight | null = null;
  #waiting: Wish | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #lastTookMs = 0;
  #spec: LoadSpec | null = null;
  #everLoaded = false;

  constructor(
    private readonly open: OpenPort,
    private readonly handlers: PreviewHandlers,
    private readonly now: () => number = () => performance.now(),
  ) {}

  load(spec: LoadSpec): void {
    this.#spec = spec;
    this.#start();
  }

  /**
   * Asks for a picture of `source`, whose questions `answers` answer; replaces
   * a request that still waits.
   */
  request(source: string, answers: string[] = []): void {
    this.#waiting = { source, answers };
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    if (this.#lastTookMs > SLOW_PREVIEW_MS) {
      this.#pause = setTimeout(() => {
        this.#pause = null;
        this.#send();
      }, TYPING_PAUSE_MS);
      return;
    }
    this.#send();
  }

  get idle(): boolean {
    return this.#flight === null && this.#waiting === null;
  }

  #start(): void {
    const spec = this.#spec;
    if (!spec) return;
    this.#ready = false;
    const port = this.open({
      reply: (reply) => {
        if (port === this.#port) this.#receive(reply);
      },
      crashed: (reason) => {
        if (port === this.#port) this.#crash(reason);
      },
    });
    this.#port = port;
    port.post({ type: 'load', id: this.#nextId++, threads: 0, ...spec });
  }

  #send(): void {
    if (!this.#ready || !this.#port || this.#flight || this.#pause !== null || this.#waiting === null) return;
    const { source, answers } = this.#waiting;
    this.#waiting = null;
    const id = this.#nextId++;
    const watchdog = setTimeout(() => this.#bark(), PREVIEW_LIMIT_MS);
    this.#flight = { id, source, sentAt: this.now(), watchdog };
    this.#port.post({ type: 'preview', id, source, answers });
  }

  #land(id: number): Flight | null {
    const flight = this.#flight;
    if (!flight || flight.id !== id) return null;
    clearTimeout(flight.watchdog);
    this.#flight = null;
    this.#lastTookMs = this.now() - flight.sentAt;
    return flight;
  }

  #receive(reply: Reply): void {
    switch (reply.type) {
      case 'loaded':
        this.#ready = true;
        this.#everLoaded = true;
        break;
      case 'previewed': {
        const flight = this.#land(reply.id);
        if (flight) this.handlers.drawn(reply.preview, flight.source);
        break;
      }
      case 'failed':
        this.#crash(reply.reason);
        return;
      case 'event':
      case 'asks':
      case 'ended':
        return;
      default:
        assertNever(reply);
    }
    this.#send();
  }

  #bark(): void {
    const seconds = PREVIEW_LIMIT_MS / 1000;
    this.#replace(`Drawing took longer than ${seconds} seconds and was ended. Run still works.`);
  }

  #crash(reason: string): void {
    if (!this.#everLoaded) {
      this.#port?.close();
      this.#port = null;
      this.#waiting = null;
      this.handlers.failed(reason);
      return;
    }
    if (!this.#flight) {
      this.#port?.close();
      this.#everLoaded = false;
      this.#start();
      return;
    }
    this.#replace(`Drawing broke and was started again (${reason}).`);
  }

  #replace(reason: string): void {
    const flight = this.#flight;
    this.#port?.close();
    this.#port = null;
    if (flight) {
      clearTimeout(flight.watchdog);
      this.#flight = null;
      this.#lastTookMs = this.now() - flight.sentAt;
      this.handlers.lost(reason, flight.source);
    }
    this.#start();
  }
}
