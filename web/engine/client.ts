/**
 * Brings the engine into the page: compiles the module once, starts both
 * workers from it, and decides how many threads to ask for.
 */
import { connectOverview, type OverviewClient } from '../overview/client';
import { closeLetterbox, newLetterbox, readLetters } from './letters';
import { reasonOf, received, type Crossing, type OpenPort, type Request } from './protocol';
import { PreviewClient, type PreviewHandlers } from './preview.client';
import { RunClient, type EngineState } from './run.client';

/** More threads than this cost more memory than a lesson needs. */
const MAX_THREADS = 8;
/** With one thread there would be nothing to watch. */
const MIN_THREADS = 2;

export interface Engine {
  preview: PreviewClient;
  runner: RunClient;
  /** Draws overviews; its module is loaded with the first. */
  overview?: OverviewClient;
  /** Threads a run may use at most. */
  threads: number;
}

export interface EngineHandlers extends PreviewHandlers {
  state(state: EngineState): void;
}

const reasonOfEvent = (event: ErrorEvent): string => event.message || 'a worker did not start';

/**
 * Opens workers, the first of them now: its script comes while the module is
 * still being compiled. A fault before anybody listens is told when one does.
 * With `letters`, what they answer may come through shared memory.
 */
function startWorkers(create: () => Worker, { letters = false } = {}): OpenPort {
  let early: string | null = null;
  let first: Worker | null = create();
  first.onerror = (event) => (early = reasonOfEvent(event));
  return (handlers) => {
    const worker = first ?? create();
    const fault = early;
    first = null;
    early = null;
    if (fault !== null) queueMicrotask(() => handlers.crashed(fault));
    const reply = (crossing: Crossing): void => handlers.reply(received(crossing));
    const box = letters ? newLetterbox() : null;
    if (box) {
      worker.postMessage({ type: 'letters', id: 0, box } satisfies Request);
      readLetters(box, reply).catch((error: unknown) => handlers.crashed(reasonOf(error)));
    }
    worker.onmessage = (message: MessageEvent<Crossing>) => reply(message.data);
    worker.onerror = (event) => handlers.crashed(reasonOfEvent(event));
    worker.onmessageerror = () => handlers.crashed('a message could not be read');
    return {
      post: (request) => worker.postMessage(request),
      close: () => {
        worker.terminate();
        if (box) closeLetterbox(box);
      },
    };
  };
}

const createPreview = (): Worker =>
  new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module', name: 'taskyard-preview' });
const createRun = (): Worker =>
  new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: 'taskyard-run' });

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine could not be loaded (${response.status}). Reload the page to try again.`);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** How many threads this machine is asked for. */
export function threadCount(hardware: number | undefined): number {
  return Math.max(MIN_THREADS, Math.min(hardware ?? MIN_THREADS, MAX_THREADS));
}

/** Connects the page to the engine that lies beside it, under `baseUrl`. */
export function connectEngine(baseUrl: string, handlers: EngineHandlers): Engine {
  const threads = threadCount(navigator.hardwareConcurrency);
  const preview = new PreviewClient(startWorkers(createPreview, { letters: true }), handlers);
  const runner = new RunClient(startWorkers(createRun), handlers.state);
  const glueUrl = new URL('wasm/taskyard.js', baseUrl).href;
  compile(new URL('wasm/taskyard_bg.wasm', baseUrl).href)
    .then((module) => {
      preview.load({ glueUrl, module });
      runner.load({ glueUrl, module }, self.crossOriginIsolated ? threads : 0);
    })
    .catch((error: unknown) => runner.fail(reasonOf(error)));
  return { preview, runner, overview: connectOverview(baseUrl), threads };
}
