/**
 * The page's end of the overview's worker. The worker starts with the first
 * request; one is in flight and only the newest waits. One that takes too long
 * is ended with its worker, and the next request starts another.
 */
import type { Reply, Request, Work } from './work';
import type { Overview } from './types';

/** An overview that takes longer is ended. */
export const OVERVIEW_LIMIT_MS = 5_000;

interface Question {
  work: Work;
  resolve(overview: Overview | null): void;
  reject(error: Error): void;
}

/** One end of a conversation with the worker. */
export interface OverviewPort {
  post(request: Request): void;
  close(): void;
}

export type OpenOverview = (heard: (reply: Reply) => void, crashed: (reason: string) => void) => OverviewPort;

export class OverviewClient {
  #port: OverviewPort | null = null;
  #flight: { id: number; question: Question; watchdog: ReturnType<typeof setTimeout> } | null = null;
  #waiting: Question | null = null;
  #nextId = 1;

  constructor(
    private readonly open: OpenOverview,
    private readonly glueUrl: string,
  ) {}

  /** Draws an overview; `null` when a newer request took its place before it was begun. */
  draw(work: Work): Promise<Overview | null> {
    return new Promise((resolve, reject) => {
      this.#waiting?.resolve(null);
      this.#waiting = { work, resolve, reject };
      this.#send();
    });
  }

  #send(): void {
    const question = this.#waiting;
    if (!question || this.#flight) return;
    this.#waiting = null;
    const id = this.#nextId++;
    const watchdog = setTimeout(() => this.#crash('It took too long.'), OVERVIEW_LIMIT_MS);
    this.#flight = { id, question, watchdog };
    this.#port ??= this.#start();
    this.#port.post({ id, glueUrl: this.glueUrl, work: question.work });
  }

  #start(): OverviewPort {
    const port: OverviewPort = this.open(
      (reply) => {
        if (port === this.#port) this.#receive(reply);
      },
      (reason) => {
        if (port === this.#port) this.#crash(reason);
      },
    );
    return port;
  }

  #receive(reply: Reply): void {
    const flight = this.#flight;
    if (!flight || flight.id !== reply.id) return;
    // After a panic the module's memory cannot be trusted.
    if ('reason' in reply) return this.#crash(reply.reason);
    clearTimeout(flight.watchdog);
    this.#flight = null;
    flight.question.resolve(JSON.parse(reply.text));
    this.#send();
  }

  #crash(reason: string): void {
    const flight = this.#flight;
    this.#port?.close();
    this.#port = null;
    this.#flight = null;
    if (flight) {
      clearTimeout(flight.watchdog);
      flight.question.reject(new Error(reason));
    }
    this.#send();
  }
}

const openWorker: OpenOverview = (heard, crashed) => {
  const worker = new Worker(new URL('./overview.worker.ts', import.meta.url), { type: 'module', name: 'taskyard-overview' });
  worker.onmessage = (message: MessageEvent<Reply>) => heard(message.data);
  worker.onerror = (event) => crashed(event.message || 'Its worker did not start.');
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
};

/** A client of the module that lies beside the page, under `baseUrl`. */
export function connectOverview(baseUrl: string): OverviewClient {
  return new OverviewClient(openWorker, new URL('wasm/overview.js', baseUrl).href);
}
