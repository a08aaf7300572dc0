/**
 * The host page of an embed may drive it by messages, with the verbs of
 * `window.taskyard`: `{ taskyard: 'run', id: 1 }` is answered with
 * `{ taskyard: 'answer', id: 1, value }`. Slides of reveal.js post plain words
 * when a slide comes and goes; a run ends with its slide.
 */
import type { Api } from '../app/api';

function textOf(value: unknown, name: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}

async function perform(api: Api, verb: string, message: unknown): Promise<unknown> {
  switch (verb) {
    case 'setSource':
      return api.setSource(textOf(message, 'source') ?? '');
    case 'source':
      return api.source();
    case 'run':
      return api.run();
    case 'stop':
      return api.stop();
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
    const id: unknown = typeof event.data === 'object' && event.data !== null ? Reflect.get(event.data, 'id') : undefined;
    const answer = (rest: { value: unknown } | { error: string }): void =>
      window.parent.postMessage({ taskyard: 'answer', id, ...rest }, event.origin === 'null' ? '*' : event.origin);
    perform(api, verb, event.data)
      .then((value) => answer({ value }))
      .catch((error: unknown) => answer({ error: String(error) }));
  });
}
