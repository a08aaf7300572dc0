/**
 * The page's end of the preview worker.
 *
 * One request is in flight and only the newest waits, so the worker is never
 * behind by more than one program. A watchdog ends a preview that takes too
 * long; the worker starts again from the compiled module. Drawing follows
 * every keystroke, except while programs are slow to draw: then it waits for a
 * pause in the typing.
 */
import type { PictureFormat } from './glue';
import { assertNever, type OpenPort, type Port, type Reply, type Request } from './protocol';
import type { GraphData, Layout, Look, Picture, Preview } from './types';

/** A preview longer than this is ended and its worker replaced. */
export const PREVIEW_LIMIT_MS = 2_000;
/** A preview longer than this makes the next one wait for a pause. */
export const SLOW_PREVIEW_MS = 150;
/** The pause in the typing that a slow program waits for. */
export const TYPING_PAUSE_MS = 300;

export interface PreviewHandlers {
  /** `look` is how its picture is drawn. */
  drawn(preview: Preview, source: string, look: Look): void;
  /** The preview of `source` was ended or broke; the worker is being replaced. */
  lost(reason: string, source: string): void;
  /** The worker cannot be loaded at all. */
  failed(reason: string): void;
}

export interface LoadSpec {
  glueUrl: string;
  module: WebAssembly.Module;
}

export interface Wish {
  source: string;
  /** The lines that were typed in the last run. */
  answers: string[];
  look: Look;
  /** Which picture is to be drawn; `null` for the preview's own choice. */
  picked: string | null;
  /** Another program than before: nothing of its pictures is an edit of the last ones. */
  fresh: boolean;
}

/** Somebody waits for the answer to a question. */
interface Question {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

type Flight = { id: number; source: string; look: Look; sentAt: number; watchdog: ReturnType<typeof setTimeout> };

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
  #questions = new Map<number, Question>();

  constructor(
    private readonly open: OpenPort,
    private readonly handlers: PreviewHandlers,
    private readonly now: () => number = () => performance.now(),
  ) {}

  load(spec: LoadSpec): void {
    this.#spec = spec;
    this.#start();
  }

  /** Asks for the pictures of a program; replaces a request that still waits. */
  request(wish: Wish): void {
    // A fresh program stays one when an edit overtakes it.
    const fresh = wish.fresh || (this.#waiting?.fresh ?? false);
    this.#waiting = { ...wish, fresh };
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

  /** Draws a graph, after the last one of that name; rejects when the worker breaks before it answers. */
  async draw(name: string, graph: GraphData, look: Look): Promise<Layout> {
    const reply = await this.#ask((id) => ({ type: 'draw', id, name, graph: JSON.stringify(graph), look }));
    if (reply.type !== 'layout') throw new Error(`The preview answered with ${reply.type}.`);
    return reply.layout;
  }

  /** A picture as the text of a file; rejects with why it cannot be written. */
  async write(picture: Picture, look: Look, format: PictureFormat): Promise<string> {
    const reply = await this.#ask((id) => ({ type: 'write', id, picture: JSON.stringify(picture), look, format }));
    if (reply.type !== 'file') throw new Error(`The preview answered with ${reply.type}.`);
    return reply.text;
  }

  #ask(requestOf: (id: number) => Request): Promise<Reply> {
    const port = this.#port;
    if (!this.#ready || !port) return Promise.reject(new Error('The engine is not loaded.'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#questions.set(id, { resolve, reject });
      port.post(requestOf(id));
    });
  }

  /** Nobody will answer what was asked. */
  #giveUp(reason: string): void {
    for (const question of this.#questions.values()) question.reject(new Error(reason));
    this.#questions.clear();
  }

  get idle(): boolean {
    return this.#flight === null && this.#waiting === null && this.#questions.size === 0;
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
    const wish = this.#waiting;
    this.#waiting = null;
    const id = this.#nextId++;
    const watchdog = setTimeout(() => this.#bark(), PREVIEW_LIMIT_MS);
    this.#flight = { id, source: wish.source, look: wish.look, sentAt: this.now(), watchdog };
    this.#port.post({ type: 'preview', id, ...wish });
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
    const question = this.#questions.get(reply.id);
    if (question) {
      this.#questions.delete(reply.id);
      if (reply.type === 'failed') question.reject(new Error(reply.reason));
      else question.resolve(reply);
      return;
    }
    switch (reply.type) {
      case 'loaded':
        this.#ready = true;
        this.#everLoaded = true;
        break;
      case 'previewed': {
        const flight = this.#land(reply.id);
        if (flight) this.handlers.drawn(reply.preview, flight.source, flight.look);
        break;
      }
      case 'failed':
        this.#crash(reply.reason);
        return;
      case 'layout':
      case 'file':
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
    this.#giveUp(reason);
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
    this.#giveUp(reason);
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
