/**
 * Frames per second while a large picture is panned and zoomed, on the page and
 * as plain SVG elements of the same scene, which is what a page without a
 * canvas would do.
 */
import { readyPage, setSource } from './program.mjs';
import { layered } from './programs.mjs';
import { median, ms, percentile } from './stats.mjs';

export const title = 'Panning and zooming large pictures';

const SIZES = [2_000, 10_000];
/** Frames of one movement, and those at its beginning that are not counted. */
const FRAMES = 120;
const WARM_UP = 10;
/** How far a frame pans, and by how much a turn of the wheel zooms. */
const PAN_PX = 9;
const WHEEL = 12;
const GRAPH = '[aria-roledescription="task graph"]';

/**
 * In the page: moves the picture once a frame and gives back the time between
 * two frames, and the time that the scripts of each took. `plain` moves the
 * elements of an SVG by their transform, as the page does with few shapes.
 */
async function moveAbout({ kind, plain, frames, pan, wheel, graph }) {
  const target = document.querySelector(graph);
  const box = target.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const fire = (type, init, on = target) => on.dispatchEvent(new (type === 'wheel' ? WheelEvent : MouseEvent)(type, { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, ...init }));
  const place = { x: 0, y: 0, k: 1, ...window.plainPlace };
  const movePlain = (step) => {
    if (kind === 'pan') place.x += step < frames / 2 ? pan : -pan;
    else {
      const factor = 2 ** ((step < frames / 2 ? wheel : -wheel) * 0.02);
      place.x = box.width / 2 - (box.width / 2 - place.x) * factor;
      place.y = box.height / 2 - (box.height / 2 - place.y) * factor;
      place.k *= factor;
    }
    window.plainWorld.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.k})`;
  };
  let offset = 0;
  const movePage = (step) => {
    if (kind === 'zoom') return fire('wheel', { deltaY: step < frames / 2 ? -10 * wheel : 10 * wheel, ctrlKey: false });
    offset += step < frames / 2 ? pan : -pan;
    fire('mousemove', { clientX: x + offset, buttons: 1 }, window);
  };
  if (!plain && kind === 'pan') fire('mousedown', { button: 0, buttons: 1 });
  const times = [];
  let last = await nextFrame();
  for (let step = 0; step < frames; step += 1) {
    (plain ? movePlain : movePage)(step);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  if (!plain && kind === 'pan') fire('mouseup', {}, window);
  return times;
}

/** In the page: the scene of the page as plain SVG elements over it. */
function showPlain(graph) {
  const { layout } = window.taskyard.graph();
  const pane = document.querySelector(graph).parentElement;
  const NAME = 'http://www.w3.org/2000/svg';
  const make = (name, attributes, parent) => {
    const element = document.createElementNS(NAME, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return parent.appendChild(element);
  };
  const svg = make('svg', { style: 'position: absolute; inset: 0; width: 100%; height: 100%; background: white' }, pane);
  const k = Math.min(pane.clientWidth / layout.width, pane.clientHeight / layout.height);
  const world = make('g', { fill: 'none', stroke: 'gray', style: `transform-origin: 0 0; transform: scale(${k})` }, svg);
  for (const { curve } of layout.edges) {
    let d = `M${curve[0]} ${curve[1]}`;
    for (let i = 2; i + 5 < curve.length; i += 6) d += `C${curve.slice(i, i + 6).join(' ')}`;
    make('path', { d }, world);
  }
  for (const shape of layout.shapes) {
    const at = { x: shape.x - shape.width / 2, y: shape.y - shape.height / 2, width: shape.width, height: shape.height };
    if (shape.kind === 'circle') make('ellipse', { cx: shape.x, cy: shape.y, rx: shape.width / 2, ry: shape.height / 2, fill: 'white' }, world);
    else make('rect', { ...at, fill: 'white' }, world);
  }
  Object.assign(window, { plainWorld: world, plainPlace: { k } });
}

/** Shows `tasks` tasks, none of them folded. */
async function unfolded(page, tasks) {
  await setSource(page, layered(tasks));
  await page.getByRole('button', { name: /^Show every task/ }).click();
  await page.waitForFunction((least) => window.taskyard.graph().layout.shapes.length >= least, 2 * tasks, { timeout: 120_000 });
  await page.waitForTimeout(1_500);
}

/** Frames a second, and the time that most frames took at most. */
async function rate(page, kind, plain) {
  const times = await page.evaluate(moveAbout, { kind, plain, frames: FRAMES, pan: PAN_PX, wheel: WHEEL, graph: GRAPH });
  const counted = times.slice(WARM_UP);
  await page.waitForTimeout(400);
  return [Math.min(60, 1_000 / (counted.reduce((sum, each) => sum + each, 0) / counted.length)).toFixed(0), ms(median(counted)), ms(percentile(counted, 0.95))];
}

export async function measure({ browser, url }) {
  const rows = [['', 'shapes', 'frames/s', 'median', 'p95', 'as elements', 'median', 'p95']];
  for (const tasks of SIZES) {
    const opened = await readyPage(browser, url);
    try {
      await unfolded(opened.page, tasks);
      const shapes = await opened.page.evaluate(() => window.taskyard.graph().layout.shapes.length);
      const kinds = [['pan', 'panned, all in sight'], ['zoom', 'zoomed in and out']];
      const page = [];
      for (const [kind] of kinds) page.push(await rate(opened.page, kind, false));
      await opened.page.evaluate(showPlain, GRAPH);
      await opened.page.waitForTimeout(1_500);
      for (const [at, [kind, name]] of kinds.entries()) {
        rows.push([`${tasks} tasks ${name}`, shapes, ...page[at], ...(await rate(opened.page, kind, true))]);
      }
    } finally {
      await opened.close();
    }
  }
  return rows;
}
