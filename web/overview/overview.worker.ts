/**
 * Draws overviews: loads the small module when it is first asked, so that
 * nobody waits for it who opens none, and keeps the page free while it works.
 */
import type { OverviewGlue, Reply, Request } from './work';

let loading: Promise<OverviewGlue> | null = null;

function isGlue(value: unknown): value is OverviewGlue {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'default') === 'function' &&
    typeof Reflect.get(value, 'overview') === 'function'
  );
}

async function load(url: string): Promise<OverviewGlue> {
  const glue: unknown = await import(/* @vite-ignore */ url);
  if (!isGlue(glue)) throw new Error('The overview is of another version than this page.');
  await glue.default();
  return glue;
}

async function answer({ id, glueUrl, work }: Request): Promise<Reply> {
  const glue = await (loading ??= load(glueUrl));
  const { source, isDict, direction, keys, prefixes, kinds, lines, deps, ends } = work;
  return { id, text: glue.overview(source, isDict, direction, keys, prefixes, kinds, lines, deps, ends) };
}

self.onmessage = (message: MessageEvent<Request>) => {
  const { id } = message.data;
  answer(message.data)
    .catch((error: unknown): Reply => ({ id, reason: error instanceof Error ? error.message : String(error) }))
    .then((reply) => self.postMessage(reply));
};
