/**
 * The host page of an embed may drive it by messages, with the verbs of
 * `window.taskyard`: `{ taskyard: 'run', id: 1 }` is answered with
 * `{ taskyard: 'answer', id: 1, value }`; `setSource` takes `source`, `run` takes
 * `options`, `input` takes `line`. `{ taskyard: 'ready' }` comes once, when the embed listens. Slides
 * of reveal.js post plain words when a slide comes and goes; a run ends with
 * its slide.
 */
import type { Api } from '../app/api';
import type { RunOptions } from '../engine/types';

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** What a host may choose of a run; anything else is left to the page. */
export function runOptionsOf(value: unknown): Partial<RunOptions> {
  const options: Partial<RunOptions> = {};
  const workers = field(value, 'workers');
  const sleep = field(value, 'sleep');
  if (typeof workers === 'number' && Number.isInteger(workers) && workers >= 1) options.workers = workers;
  if (sleep === 'real' || sleep === 'virtual') options.sleep = sleep;
  return options;
}

async function perform(api: Api, verb: string, message: unknown): Promise<unknown> {
  switch (verb) {
    case 'setSource':
      return api.setSource(textOf(message, 'source') ?? '');
    case 'source':
      return api.source();
    case 'run':
      return api.run(runOptionsOf(field(message, 'options')));
    case 'stop':
      return api.stop();
    case 'asks':
      return api.asks();
    case 'input':
      return api.input(textOf(message, 'line') ?? '');
    case 'graph':
      return api.graph();
    case 'result':
      return api.result();
    case 'mode':
      return api.mode();
    case 'whenIdle':
      return api.whenIdle();
    default:
      throw new Error(`Taskyard does not know the verb ${verb}.`);
  }
}

/** Listens to the page that frames this one, and to no other. */
export function listenToHost(api: Api): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || window.parent === window) return;
    if (event.data === 'slide:stop') {
      void api.stop();
      return;
    }
    const verb = textOf(event.data, 'taskyard');
    if (verb === undefined) return;
    const id = field(event.data, 'id');
    const answer = (rest: { value: unknown } | { error: string }): void =>
      window.parent.postMessage({ taskyard: 'answer', id, ...rest }, event.origin === 'null' ? '*' : event.origin);
    perform(api, verb, event.data)
      .then((value) => answer({ value }))
      .catch((error: unknown) => answer({ error: String(error) }));
  });
  if (window.parent !== window) window.parent.postMessage({ taskyard: 'ready' }, '*');
}
