/**
 * Draws while the reader types: an engine of its own, with a memory of its
 * own, that never starts threads and answers one request at a time.
 */
import { loadGlue, type Glue } from './glue';
import { putLetter } from './letters';
import { assertNever, reasonOf, type Crossing, type Letter, type Request } from './protocol';

const reply = (message: Crossing): void => self.postMessage(message);

let glue: Glue | null = null;
let box: SharedArrayBuffer | null = null;

function send(letter: Letter): void {
  if (!box || !putLetter(box, letter)) reply(letter);
}

async function answer(request: Request): Promise<void> {
  switch (request.type) {
    case 'load': {
      const loaded = await loadGlue(request.glueUrl);
      await loaded.default({ module_or_path: request.module });
      glue = loaded;
      reply({ type: 'loaded', id: request.id, threads: 0, interrupt: null, reason: null });
      return;
    }
    case 'letters':
      box = request.box;
      return;
    case 'preview':
      if (!glue) throw new Error('The preview was asked before it was loaded.');
      send({ type: 'previewed', id: request.id, text: glue.preview(request.source, request.answers, request.look, request.picked, request.fresh) });
      return;
    case 'draw':
      if (!glue) throw new Error('A drawing was asked before the engine was loaded.');
      send({ type: 'layout', id: request.id, text: glue.draw(request.name, request.graph, request.look) });
      return;
    case 'write':
      if (!glue) throw new Error('A file was asked before the engine was loaded.');
      reply({ type: 'file', id: request.id, text: glue.writePicture(request.picture, request.look, request.format) });
      return;
    case 'run':
    case 'answer':
      throw new Error('The preview worker does not run programs.');
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
