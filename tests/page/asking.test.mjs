/** `input` asks in the page: at the end of the output, with threads and without, in tasks, in embeds, and never while typing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consoleText, eventually, expectShapes, idle, openPage, run, start, type } from './page.mjs';

const field = (page) => page.locator('.ask input');

/** Waits for the question and answers it as a reader does. */
async function answer(page, question, line) {
  await page.locator('.ask label').getByText(question, { exact: true }).waitFor();
  await eventually(() => field(page).evaluate((input) => document.activeElement === input), 'the field has the focus');
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

const GREETING = `name = input("Your name? ")
age = int(input("Your age? "))
print(f"{name!r} is {age}")
name * 2
`;

for (const isolated of [true, false]) {
  test(`two questions, one with an empty answer, ${isolated ? 'with' : 'without'} threads`, async (t) => {
    const page = await openPage(t, { isolated });
    await start(page, GREETING);
    await answer(page, 'Your name? ', '');
    await answer(page, 'Your age? ', '42');
    await idle(page);
    const { result, output } = await page.evaluate(() => window.taskyard.result());
    assert.equal(result.error ?? null, null);
    assert.equal(output, "Your name? \nYour age? 42\n'' is 42\n");
    assert.equal(await field(page).count(), 0);
    assert.match(await consoleText(page), /Your age\? 42\s+'' is 42/);
    await eventually(() => page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null), 'the editor has the focus again');
  });

  test(`Stop while it waits, ${isolated ? 'with' : 'without'} threads`, async (t) => {
    const page = await openPage(t, { isolated });
    await start(page, 'try:\n    input("wait: ")\nexcept EOFError:\n    print("not this")\n');
    await field(page).waitFor();
    await page.getByText('waiting for you').waitFor();
    const took = await page.evaluate(async () => {
      const from = performance.now();
      await window.taskyard.stop();
      return performance.now() - from;
    });
    assert.ok(took < 1000, `stopped after ${took} ms`);
    await page.getByText(/^Stopped/).waitFor();
    assert.equal(await field(page).count(), 0);
    assert.ok(!(await consoleText(page)).includes('not this'));
    await type(page, 'print("next")\n');
    await run(page);
    assert.match(await consoleText(page), /next/);
  });
}

test('Escape in the field stops, and a reload finds the program', async (t) => {
  const page = await openPage(t);
  await start(page, GREETING);
  await field(page).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(/^Stopped at line 1/).waitFor();
  await page.keyboard.press('ControlOrMeta+Enter');
  await field(page).waitFor();
  await page.reload();
  await page.waitForFunction(() => window.taskyard !== undefined);
  await idle(page);
  assert.equal(await page.evaluate(() => window.taskyard.source()), GREETING);
});

const TASKS = `import dask

@dask.delayed
def ask(i):
    return int(input(f"{i}: "))

@dask.delayed
def add(a, b):
    return a + b

add(ask(1), ask(2)).compute()
`;

test('tasks that ask go home, one after the other', async (t) => {
  const page = await openPage(t);
  await start(page, TASKS);
  await answer(page, '1: ', '20');
  await answer(page, '2: ', '22');
  await idle(page);
  const { result } = await page.evaluate(() => window.taskyard.result());
  assert.equal(result.last, '42');
  assert.equal(result.totals[0].home, 2);
});

test('without threads a task says to ask before', async (t) => {
  const page = await openPage(t, { isolated: false });
  await type(page, TASKS);
  const { result } = await run(page);
  assert.equal(result.error.kind, 'RuntimeError');
  assert.match(result.error.message, /^input\(\) cannot wait here.*Ask first/);
});

test('several pasted lines answer several questions, and Ctrl+D ends the input', async (t) => {
  const page = await openPage(t);
  await start(page, 'total = 0\ntry:\n    while True:\n        total += int(input())\nexcept EOFError:\n    print("total", total)\n');
  await field(page).waitFor();
  await field(page).evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text/plain', '1\n2\n3\n4');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await eventually(async () => (await page.evaluate(() => window.taskyard.result().output)) === '1\n2\n3\n', 'three lines are taken');
  await field(page).waitFor();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await eventually(async () => (await page.evaluate(() => window.taskyard.result().output)).endsWith('4\n') && page.evaluate(() => window.taskyard.asks() !== null), 'it asks again');
  await page.keyboard.press('Control+d');
  await page.getByText('total 10').waitFor();
  await idle(page);
});

const GRAPH = `import dask

@dask.delayed
def double(x):
    return 2 * x

n = int(input("How many? "))
dask.delayed(sum)([double(i) for i in range(n)]).compute()
`;

test('while typing nobody is asked: the last picture stays, later the last answers serve', async (t) => {
  const page = await openPage(t);
  await type(page, GRAPH.replace('int(input("How many? "))', '2'));
  await expectShapes(page, 'circle', 3);
  await type(page, GRAPH);
  await page.getByText('Line 7 asks for input: press Run to answer it.').waitFor();
  assert.equal(await field(page).count(), 0);
  await expectShapes(page, 'circle', 3);
  await page.keyboard.press('ControlOrMeta+Enter');
  await answer(page, 'How many? ', '4');
  await idle(page);
  await expectShapes(page, 'circle', 5);
  await type(page, GRAPH.replace('range(n)', 'range(n + 1)'));
  await expectShapes(page, 'circle', 6);
  assert.match(await consoleText(page), /How many\? 4/);
});

test('an embed asks beneath its picture', async (t) => {
  const page = await openPage(t, { query: 'embed=1', viewport: { width: 640, height: 420 } });
  await page.evaluate((source) => window.taskyard.setSource(source), GRAPH);
  await idle(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await answer(page, 'How many? ', '3');
  await idle(page);
  await expectShapes(page, 'circle', 4);
});

test('on a phone the question brings its pane', async (t) => {
  const page = await openPage(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await page.evaluate((source) => window.taskyard.setSource(source), GREETING);
  await idle(page);
  await page.getByRole('button', { name: 'Run', exact: true }).tap();
  await eventually(async () => (await page.locator('nav [aria-current="true"]').innerText()) === 'Output', 'the output is shown');
  await answer(page, 'Your name? ', 'Ada');
  await answer(page, 'Your age? ', '36');
  await idle(page);
  assert.match(await consoleText(page), /'Ada' is 36/);
});

test('%%time shows the time of a run, and other lines of notebooks are named', async (t) => {
  const page = await openPage(t);
  await type(page, '%%time\nimport time\n%time time.sleep(0.05)\n40 + 2\n');
  assert.ok(!(await consoleText(page)).includes('Wall time'), 'a preview measures nothing');
  const { result, output } = await run(page);
  assert.equal(result.last, '42');
  assert.match(output, /^Wall time: [5-9]\d(\.\d)? ms\nWall time: [\d.]+ m?s\n$/);
  await type(page, 'x = 1\n!pip install dask\n');
  const refused = await run(page);
  assert.equal(refused.result.error.place.line, 2);
  assert.match(refused.result.error.message, /^'!pip' is not supported here/);
});
