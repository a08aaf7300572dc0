/**
 * In the browser: lays graphs out by each engine and takes the time of just
 * that. One message is one graph of one engine, so that the page can end an
 * engine that takes too long.
 */
import { Graph, layout } from '/node_modules/@dagrejs/dagre/dist/dagre.esm.js';

/** As the peers' settings in `crate/layout/examples/browser.rs`. */
const NETWORK_SIMPLEX_SIZE = 150;
const SETTINGS = { rankdir: 'TB', nodesep: 16, edgesep: 12, ranksep: 30 };
/** Layouts before those that count: code is compiled. */
const WARM_UP_MS = 300;
/** At most so many layouts count, and at least one; between, as many as fit into the time. */
const MOST = 40;
const MEASURED_MS = 1_200;
/** 1 GiB, as in the page; a shared memory must have an end. */
const MEMORY = { initial: 64, maximum: 16_384, shared: true };

let module;
let memory;
let functions;

async function begin() {
  module ??= await WebAssembly.compileStreaming(fetch('/.cache/bench/layouts.wasm'));
  memory = new WebAssembly.Memory(MEMORY);
  functions = (await WebAssembly.instantiate(module, { env: { memory } })).exports;
}

function list(which, Kind) {
  return new Kind(memory.buffer, functions.list_start(which), functions.list_length(which)).slice();
}

/** The graph that was taken, as dagre.js wants it: anew for every layout. */
function graphOf(edges, sizes) {
  const graph = new Graph({ directed: true, multigraph: true, compound: false });
  const ranker = (sizes.length + edges.length) / 2 <= NETWORK_SIMPLEX_SIZE ? 'network-simplex' : 'tight-tree';
  graph.setGraph({ ...SETTINGS, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  for (let v = 0; 2 * v < sizes.length; v += 1) graph.setNode(String(v), { width: sizes[2 * v], height: sizes[2 * v + 1] });
  for (let e = 0; 2 * e < edges.length; e += 1) graph.setEdge(String(edges[2 * e]), String(edges[2 * e + 1]), {}, String(e));
  return graph;
}

/** Crossings of a dagre.js graph, counted by the same code as all others. */
function crossingsOf(graph) {
  const numbers = graph.edges().flatMap((each) => {
    const { points } = graph.edge(each);
    return [points.length, ...points.flatMap(({ x, y }) => [x, y])];
  });
  const start = functions.room(numbers.length);
  new Float64Array(memory.buffer, start, numbers.length).set(numbers);
  return functions.crossings_of_lines();
}

/** For each engine: what is done before each layout, the layout, and its crossings. */
const ENGINES = {
  ours: { prepare: () => null, layout: () => functions.ours(), crossings: () => functions.crossings_of_ours() },
  'dagre-rs': { prepare: () => functions.prepare_peer(), layout: () => functions.peer(), crossings: () => functions.crossings_of_peer() },
  'dagre.js': { prepare: () => graphOf(list(1, Uint32Array), list(2, Float64Array)), layout: (graph) => layout(graph), crossings: crossingsOf },
};

function time({ prepare, layout: work }) {
  const graph = prepare();
  const from = performance.now();
  work(graph);
  return { tookMs: performance.now() - from, graph };
}

/** Times of several layouts, and the crossings of the last one. */
function measure(engine) {
  const began = performance.now();
  let last = time(engine);
  while (performance.now() - began < WARM_UP_MS) last = time(engine);
  const samples = [];
  const from = performance.now();
  do {
    last = time(engine);
    samples.push(last.tookMs);
  } while (samples.length < MOST && performance.now() - from < MEASURED_MS);
  return { samples, crossings: engine.crossings(last.graph) };
}

const ANSWERS = {
  count: () => ({ count: functions.count() }),
  take({ index }) {
    if (!functions.take(index)) throw new Error(`there is no graph ${index}`);
    return { name: new TextDecoder().decode(list(0, Uint8Array)), edges: functions.list_length(1) / 2, nodes: functions.list_length(2) / 2 };
  },
  measure: ({ engine }) => measure(ENGINES[engine]),
};

let asked = begin();
onmessage = ({ data }) => {
  asked = asked.then(async () => {
    try {
      postMessage(ANSWERS[data.what](data));
    } catch (error) {
      // A module that trapped may be in pieces.
      await begin();
      postMessage({ error: String(error) });
    }
  });
};
