/**
 * From a key pressed in the editor to the frame with the picture of that edit,
 * and where that time goes.
 */
import { readyPage, setSource } from './program.mjs';
import { typedBehind, typedBeside } from './programs.mjs';
import { median, ms, percentile } from './stats.mjs';

export const title = 'Keystroke to graph';

/** With the inner tasks of the tree and that of the one letter, twice as many tasks. */
const LEAVES = 100;
const FEW_LEAVES = 8;
const PROGRAMS = [
  [`${2 * LEAVES} tasks, one more at the end`, typedBehind(LEAVES), 2 * LEAVES],
  [`${2 * LEAVES} tasks, one more beside`, typedBeside(LEAVES), 2 * LEAVES],
  [`${2 * FEW_LEAVES} tasks, one more at the end`, typedBehind(FEW_LEAVES), 2 * FEW_LEAVES],
];
const PRESSES = 40;
/** Presses that are not counted: code is compiled and caches fill. */
const WARM_UP = 6;
/** Between two presses, longer than the picture moves. */
const PAUSE_MS = 350;
const LIMIT_MS = 10_000;

/** In the page, before its own scripts: notes when the preview is asked and when it answers. */
function watchWorkers() {
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    postMessage(message, ...more) {
      if (message.type === 'preview' && window.keystroke) window.keystroke.asked = performance.now();
      super.postMessage(message, ...more);
    }
  };
  // However the answer crosses, the page reads its text when it has it.
  const { parse } = JSON;
  JSON.parse = (text, ...more) => {
    const engineUs = window.keystroke && /"elapsedUs":([\d.]+)/.exec(text);
    if (engineUs) Object.assign(window.keystroke, { answered: performance.now(), engineUs: Number(engineUs[1]) });
    return parse(text, ...more);
  };
}

/**
 * In the page: at the next key, waits for the first frame whose picture has
 * other tasks than before. The description of the drawing changes together
 * with its shapes; a message sent from within a frame arrives after its paint.
 */
function watchNextKey() {
  const described = () => document.querySelector('svg[aria-roledescription="task graph"]').getAttribute('aria-label');
  const before = described();
  window.keystroke = {};
  window.shown = new Promise((resolve) => {
    const afterPaint = (work) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = work;
      channel.port2.postMessage(null);
    };
    const look = () => {
      if (described() === before) requestAnimationFrame(look);
      else afterPaint(() => resolve({ ...window.keystroke, shown: performance.now() }));
    };
    window.addEventListener('keydown', (event) => {
      window.keystroke.down = event.timeStamp;
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}

async function press(page, key) {
  await page.evaluate(watchNextKey);
  await page.keyboard.press(key);
  const times = await page.evaluate((limit) => Promise.race([
    window.shown,
    new Promise((_, reject) => setTimeout(() => reject(new Error('no other picture came after a key')), limit)),
  ]), LIMIT_MS);
  await page.waitForTimeout(PAUSE_MS);
  return times;
}

async function typeInto(page, source, tasks) {
  await setSource(page, source);
  const drawn = await page.evaluate(() => window.taskyard.graph().graph.tasks.filter((task) => task.kind === 'task').length);
  if (drawn !== tasks) throw new Error(`the program has ${drawn} tasks instead of ${tasks}`);
  await page.locator('.cm-content').click();
  for (const key of ['ControlOrMeta+Home', 'End', 'ArrowLeft']) await page.keyboard.press(key);
  const samples = [];
  for (let done = 0; done < WARM_UP + PRESSES; done += 1) {
    const times = await press(page, done % 2 === 0 ? 'y' : 'Backspace');
    if (done >= WARM_UP) samples.push(times);
  }
  return samples;
}

export async function measure({ browser, url }) {
  const opened = await readyPage(browser, url, { watch: (page) => page.addInitScript(watchWorkers) });
  const rows = [['', 'median', 'p95', 'best', 'to worker', 'in worker', 'of it engine', 'to frame']];
  try {
    for (const [name, source, tasks] of PROGRAMS) {
      const samples = await typeInto(opened.page, source, tasks);
      const of = (take) => samples.map(take);
      const all = of((each) => each.shown - each.down);
      rows.push([
        name,
        ...[median(all), percentile(all, 0.95), Math.min(...all)].map(ms),
        ...[
          of((each) => each.asked - each.down),
          of((each) => each.answered - each.asked),
          of((each) => each.engineUs / 1000),
          of((each) => each.shown - each.answered),
        ].map((part) => ms(median(part))),
      ]);
    }
  } finally {
    await opened.close();
  }
  return rows;
}
