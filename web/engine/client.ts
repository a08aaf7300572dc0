/**
 * Brings the engine into the page: compiles the module once, starts both
 * workers from it, and decides how many threads to ask for.
 */
import { reasonOf, type OpenPort, type Reply } from './protocol';
import { PreviewClient, type PreviewHandlers } from './preview.client';
import { RunClient, type EngineState } from './run.client';

/** More threads than this cost more memory than a lesson needs. */
const MAX_THREADS = 8;
/** With one thread there would be nothing to watch. */
const MIN_THREADS = 2;

export interface Engine {
  preview: PreviewClient;
  runner: RunClient;
  /** Threads a run may use at most. */
  threads: number;
}

export interface EngineHandlers extends PreviewHandlers {
  state(state: EngineState): void;
}

function openWorker(create: () => Worker): OpenPort {
  return (handlers) => {
    const worker = create();
    worker.onmessage = (message: MessageEvent<Reply>) => handlers.reply(message.data);
    worker.onerror = (event) => handlers.crashed(event.message || 'a worker did not start');
    worker.onmessageerror = () => handlers.crashed('a message could not be read');
    return {
      post: (request) => worker.postMessage(request),
      close: () => worker.terminate(),
    };
  };
}

const openPreview = openWorker(
  () => new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module', name: 'taskyard-preview' }),
);
const openRun = openWorker(
  () => new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: 'taskyard-run' }),
);

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
  const preview = new PreviewClient(openPreview, handlers);
  const runner = new RunClient(openRun, handlers.state);
  const glueUrl = new URL('wasm/taskyard.js', baseUrl).href;
  compile(new URL('wasm/taskyard_bg.wasm', baseUrl).href)
    .then((module) => {
      preview.load({ glueUrl, module });
      runner.load({ glueUrl, module }, self.crossOriginIsolated ? threads : 0);
    })
    .catch((error: unknown) => runner.fail(reasonOf(error)));
  return { preview, runner, threads };
}
