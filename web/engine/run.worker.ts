/**
 * Runs programs: the coordinator. Where the page is isolated it starts the
 * thread pool and lends the page the byte that stops a run; elsewhere the same
 * engine runs on this one thread. `run` blocks this worker until the program
 * ends; events leave through `emit` while it does. A program that asks for a
 * line blocks too where memory is shared; elsewhere `run` returns, and goes on
 * when the answer comes as a message.
 */
import { loadGlue, type Glue } from './glue';
import { newMailbox, wait } from './mailbox';
import { assertNever, reasonOf, type Crossing, type Interrupt, type Request } from './protocol';

/** Long enough for eight threads on a slow phone. */
const POOL_START_LIMIT_MS = 10_000;

/** Until then the first picture has the processor for itself. */
const WARM_UP_AFTER_MS = 250;
/** A little of everything that tasks do on workers. */
const WARM_UP = `import dask
import dask.array as da
double = dask.delayed(lambda x: x * 2)
dask.compute(dask.delayed(sum)([double(i) + i for i in range(4)]))
da.arange(8, chunks=4).sum().compute()
`;

const reply = (message: Crossing): void => self.postMessage(message);

let glue: Glue | null = null;
let asked = false;
let threads = 0;

/**
 * Browsers compile a function when it is first called. Without this the first
 * task of a reader on each worker takes the time of a thousand, and a small
 * program seems slower on two workers than on one.
 */
function warmUpSoon(workers: number): void {
  setTimeout(() => {
    if (!asked) glue?.run(WARM_UP, { workers, sleep: 'virtual' }, () => {}, () => null);
  }, WARM_UP_AFTER_MS);
}

/** Starts the pool, or says why there is none. */
async function startThreads(loaded: Glue, threads: number): Promise<string | null> {
  if (!self.crossOriginIsolated) return 'This page is not isolated from other sites, so the browser lends it no threads.';
  const late = new Promise<string>((resolve) =>
    setTimeout(resolve, POOL_START_LIMIT_MS, 'The browser did not start the threads in time.'),
  );
  const started = loaded
    .initThreadPool(threads)
    .then(() => null)
    .catch((error: unknown) => `The browser did not start the threads: ${reasonOf(error)}`);
  return Promise.race([started, late]);
}

/** Asks the page for a line and waits for it, where the page can reach this worker meanwhile. */
function ask(id: number): string | null | undefined {
  if (threads === 0) return undefined;
  const mailbox = newMailbox();
  reply({ type: 'asks', id, mailbox });
  return wait(mailbox);
}

/** Tells the end of a run, or that it waits for an answer. */
function cameTo(id: number, result: string | undefined): void {
  reply(result !== undefined ? { type: 'ended', id, text: result } : { type: 'asks', id, mailbox: null });
}

function interruptOf(memory: WebAssembly.Memory, address: number): Interrupt | null {
  const { buffer } = memory;
  return buffer instanceof SharedArrayBuffer ? { buffer, address } : null;
}

async function answer(request: Request): Promise<void> {
  switch (request.type) {
    case 'load': {
      const loaded = await loadGlue(request.glueUrl);
      const { memory } = await loaded.default({ module_or_path: request.module });
      const reason = request.threads > 0 ? await startThreads(loaded, request.threads) : null;
      glue = loaded;
      threads = request.threads > 0 && reason === null ? request.threads : 0;
      const interrupt = threads > 0 ? interruptOf(memory, loaded.interrupt_address()) : null;
      reply({ type: 'loaded', id: request.id, threads, interrupt, reason });
      warmUpSoon(Math.max(1, threads));
      return;
    }
    case 'run': {
      if (!glue) throw new Error('A run was asked before the engine was loaded.');
      asked = true;
      const { id, source, options } = request;
      const result = glue.run(source, options, (text) => reply({ type: 'event', id, text }), () => ask(id));
      cameTo(id, result);
      return;
    }
    case 'answer':
      cameTo(request.id, glue?.answer(request.line));
      return;
    case 'letters':
    case 'preview':
    case 'draw':
    case 'write':
      throw new Error('The run worker does not draw.');
    default:
      assertNever(request);
  }
}

self.onmessage = (message: MessageEvent<Request>) => {
  const { id } = message.data;
  answer(message.data).catch((error: unknown) =>
    reply({ type: 'failed', id, reason: reasonOf(error) }),
  );
};
