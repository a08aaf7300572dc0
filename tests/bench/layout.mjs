/** Our layout beside the crate dagre (`dagre-rs`) and dagre.js, on the same graphs in one browser. */
import { buildLayouts } from '../../scripts/lib/layouts.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/server.mjs';
import { median, ms, percentile } from './stats.mjs';

export const title = 'Layout, beside dagre-rs and dagre.js';

const PEERS = ['dagre-rs', 'dagre.js'];
/** An engine that takes longer for one graph, with its warm-up, is ended. */
const LIMIT_MS = 60_000;

/** In the page: `ask` of a worker, which is started anew when it was ended. */
function startAsking(limitMs) {
  let worker = null;
  window.ask = (question) => new Promise((resolve, reject) => {
    worker ??= new Worker('/tests/bench/layout.worker.mjs', { type: 'module' });
    const late = setTimeout(() => {
      worker.terminate();
      worker = null;
      resolve({ error: `over ${limitMs / 1000} s` });
    }, limitMs);
    worker.onmessage = ({ data }) => {
      clearTimeout(late);
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
    worker.postMessage(question);
  });
}

/** Columns of one engine: its time, that time in ours, and its crossings. */
function columns(answer, own) {
  if (answer.error) return [/over/.test(answer.error) ? answer.error : 'fails', '-', '-'];
  const took = median(answer.samples);
  return [ms(took), `${Math.round(took / median(own.samples))}×`, answer.crossings];
}

/** One graph by every engine. Each is told the graph anew, as its worker may be new. */
async function compare(ask, index) {
  const answers = {};
  let graph;
  for (const engine of ['ours', ...PEERS]) {
    graph = await ask({ what: 'take', index });
    if (graph.error) throw new Error(graph.error);
    answers[engine] = await ask({ what: 'measure', engine });
  }
  const { ours } = answers;
  if (ours.error) throw new Error(ours.error);
  return [
    graph.name, graph.nodes, graph.edges,
    ms(median(ours.samples)), ms(percentile(ours.samples, 0.95)), ours.crossings,
    ...PEERS.flatMap((peer) => columns(answers[peer], ours)),
  ];
}

export async function measure({ browser }) {
  await buildLayouts();
  const server = await serve({ root: ROOT, isolation: 'headers' });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    // Any file will do as the page that owns the worker.
    await page.goto(`${server.url}package.json`);
    await page.evaluate(startAsking, LIMIT_MS);
    const ask = (question) => page.evaluate((given) => window.ask(given), question);
    const { count, error } = await ask({ what: 'count' });
    if (error) throw new Error(error);
    const rows = [['', 'tasks', 'edges', 'ours', 'p95', 'crossings', ...PEERS.flatMap((peer) => [peer, 'of ours', 'crossings'])]];
    for (let index = 0; index < count; index += 1) rows.push(await compare(ask, index));
    return rows;
  } finally {
    await context.close();
    await server.close();
  }
}
