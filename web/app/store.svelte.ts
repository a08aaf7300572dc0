/**
 * The state of the page as plain data, and what a reader can do with it. Knows
 * the engine's clients but no DOM: components show it and call its verbs.
 */
import { untrack } from 'svelte';
import { emptyOutput, outputOf, outputText, type Output } from '../console/output';
import type { Engine, EngineHandlers } from '../engine/client';
import { reasonOf } from '../engine/protocol';
import type { PictureFormat } from '../engine/glue';
import type { EngineState } from '../engine/run.client';
import type { Diagnostic, GraphData, Look, Maybe, Picture, Preview, RunEvent, RunOptions, RunResult, TraceEvent } from '../engine/types';
import { findExample, FIRST, resembles } from '../examples';
import { findTasks, nextHit, type Search } from '../graph/find';
import type { Shared } from '../share/codec';
import type { SavedProgram, Settings } from '../share/saved';
import { Drawings, nameOf } from './drawings.svelte';
import { Overviews } from './overviews.svelte';
import { applyEvent, applyResult, newRecord, progressOf, type RunRecord } from './record';
import { replaces, shownView, viewsOf, type View } from './views';

/** A moment after everything that has happened so far. */
export const NOW_US = Number.MAX_VALUE;
/** How long an error in a half-typed program waits before it speaks. */
export const ERROR_DELAY_MS = 500;
/** How often a layout is asked for again, and after which pause. */
const DRAW_TRIES = 2;
const DRAW_AGAIN_MS = 1_000;
/** Events of a run reach the page's state at most this often, less often with many tasks. */
const FLUSH_MS = 16;
const SLOW_FLUSH_MS = 60;
const MANY_TASKS = 800;
/** So do they with much output, whose lines the browser must break and place. */
const MANY_LINES = 300;

/** The settings that a link may carry. */
type LinkSettings = Pick<Settings, 'sleep' | 'style' | 'direction'>;
export type Pane = 'code' | 'graph' | 'timeline' | 'output';
export interface TaskRef {
  call: number | null;
  task: number;
}
export type Mode = 'threads' | 'single' | 'loading' | 'failed';
/** What the whole run came to, for tests and hosts. */
export interface Outcome {
  result: RunResult | null;
  trace: TraceEvent[];
  output: string;
}

export class Store {
  source = $state('');
  /** Counts programs that were put in as a whole, which the editor follows. */
  replaced = $state(0);
  example = $state<string | null>(null);
  /** Whether the program came by a link and has not been edited. */
  borrowed = $state(false);
  /** The reader's own program, kept while a borrowed one is shown. */
  own = $state.raw<SavedProgram | null>(null);
  /** What the reader wrote before another program took its place: nothing typed is lost. */
  earlier = $state.raw<SavedProgram | null>(null);

  engine = $state.raw<EngineState>({ kind: 'loading', step: 'Loading the engine' });
  workers = $state(2);
  settings = $state<Settings>({ theme: 'auto', style: 'dask', direction: 'bottomToTop', overview: false, sleep: 'real', left: 0.38, editor: 0.74, graph: 0.68, hasRun: false });

  /** What a link changed of the settings, for as long as its program is shown. */
  #lent = $state.raw<{ before: LinkSettings; given: LinkSettings } | null>(null);
  /** The settings as the reader chose them, without what a link lends. */
  ownSettings = $derived.by<Settings>(() => {
    const settings = { ...this.settings };
    if (!this.#lent) return settings;
    const { before, given } = this.#lent;
    if (settings.sleep === given.sleep) settings.sleep = before.sleep;
    if (settings.style === given.style) settings.style = before.style;
    if (settings.direction === given.direction) settings.direction = before.direction;
    return settings;
  });

  /** The last preview whose pictures are on the page. */
  preview = $state.raw<Preview | null>(null);
  /** The preview whose output is shown: while the program is broken, the last one that was not. */
  printed = $state.raw<Preview | null>(null);
  /** The pictures are of an earlier program than the one in the editor. */
  dimmed = $state(false);
  previewNotice = $state<string | null>(null);
  /** The error that has waited long enough to speak. */
  spoken = $state.raw<Diagnostic | null>(null);

  record = $state.raw<RunRecord | null>(null);
  /** Counts changes inside `record`, which is filled in place. */
  version = $state(0);
  running = $state(false);
  /** The run waits for a line that the reader types. */
  asking = $state(false);
  startedAtMs = $state(0);
  /** The moment shown, or `null` for the newest one. */
  scrubUs = $state<number | null>(null);
  playing = $state(false);

  picked = $state<string | null>(null);
  #drawings = new Drawings();
  #overviews = new Overviews();
  /** Of which program the preview's pictures are. */
  #drawnSource = '';
  /** Tasks of a graph that are pointed out until the reader moves on. */
  marked = $state.raw<{ graph: GraphData; tasks: readonly number[] } | null>(null);
  /** Lines of the program that the overview points at. */
  pointedLines = $state.raw<{ first: number; last: number } | null>(null);
  /** Which stacks of the picture the reader has opened. */
  #folding = $state.raw<Pick<Look, 'open' | 'unfold'>>({ open: [], unfold: false });
  hover = $state.raw<TaskRef | null>(null);
  /** The search by key in the picture, while it is open. */
  search = $state.raw<Search | null>(null);
  /** The longest path of the run is pointed out in the graph and the lanes. */
  showPath = $state(false);
  /** One sentence points at the timeline, after the reader's first run. */
  pointing = $state(false);
  pane = $state<Pane>('code');
  toast = $state<string | null>(null);

  /** The record, when it is a run of the very program in the editor. */
  current = $derived(this.record !== null && this.record.source === this.source ? this.record : null);
  views = $derived.by<View[]>(() => {
    void this.version;
    return viewsOf(this.preview, this.current);
  });
  shown = $derived(shownView(this.views, this.picked, this.current, this.preview));
  /** How the picture is to be drawn. */
  look = $derived.by<Look>(() => {
    const { style, direction } = this.settings;
    return { style, direction, open: this.#folding.open, unfold: this.#folding.unfold };
  });
  /** The view that is shown, with the layout of its graph. */
  drawing = $derived(this.#drawings.of(this.shown, this.look));
  /** The same as an overview, when that is how it is shown. */
  overview = $derived(this.settings.overview ? this.#overviews.of(this.shown, this.settings.direction) : null);
  /** Why there is no overview, or why it is coarser than usual. */
  overviewNotice = $derived.by(() => {
    void this.#overviews.version;
    return this.#overviews.fault ?? this.overview?.overview.notice ?? null;
  });
  /** What the search finds in the picture. */
  found = $derived(findTasks(this.drawing?.view.picture.graph ?? null, this.search?.text ?? ''));
  /** The task that the search is on. */
  hit = $derived<number | null>(this.search ? (this.found.hits[this.search.at] ?? this.found.hits[0] ?? null) : null);
  error = $derived.by<Maybe<Diagnostic>>(() => {
    void this.version;
    if (this.running) return null;
    const result = this.current?.result;
    if (!result) return this.spoken;
    // Who pressed Stop knows why the program ended.
    return result.stopped ? null : result.error;
  });
  /** How the last run ended, while it is a run of the program in the editor. */
  ended = $derived.by<RunResult | null>(() => {
    void this.version;
    return this.running ? null : (this.current?.result ?? null);
  });
  /** What the console shows, and where it comes from. */
  console = $derived.by<{ from: 'run' | 'preview'; output: Output; last: Maybe<string> }>(() => {
    void this.version;
    if (this.current) return { from: 'run', output: { ...this.current.output }, last: this.current.result?.last };
    const output = this.printed ? outputOf(this.printed.output) : emptyOutput();
    return { from: 'preview', output, last: this.printed?.last };
  });
  /** What the line is asked with: the text since the last line break. */
  prompt = $derived.by<string>(() => {
    void this.version;
    const output = this.record?.output;
    return this.asking && output && !output.complete ? (output.lines[output.lines.length - 1] ?? '') : '';
  });
  progress = $derived.by(() => {
    void this.version;
    return this.record ? progressOf(this.record) : { done: 0, total: 0 };
  });
  maxWorkers = $derived(this.engine.kind === 'single' ? 1 : this.engine.kind === 'threads' ? this.engine.threads : this.#threads());
  mode = $derived<Mode>(this.engine.kind);

  /** The layout that is being drawn. */
  #awaited: string | null = null;
  #engine: Engine | null = null;
  #fresh = true;
  #speaker: ReturnType<typeof setTimeout> | null = null;
  #toaster: ReturnType<typeof setTimeout> | null = null;
  #queue: RunEvent[] = [];
  #flusher: ReturnType<typeof setTimeout> | null = null;
  /** Lines given ahead, as when several are pasted at once. */
  #ahead: string[] = [];
  /** Lines given to the last run, with which the preview goes on. */
  #answers: string[] = [];
  #waiters: Array<() => void> = [];
  #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Gives the store its engine, and asks for the first picture. */
  connect(open: (handlers: EngineHandlers) => Engine): void {
    this.#engine = open({
      drawn: (preview, source, look) => this.#drawn(preview, source, look),
      lost: (reason) => {
        this.previewNotice = reason;
        // A picture of another program says nothing about this one.
        if (this.#fresh) this.preview = null;
        this.printed = null;
        this.dimmed = this.preview !== null;
        this.#settle();
      },
      failed: (reason) => {
        this.previewNotice = reason;
        this.#settle();
      },
      state: (state) => {
        this.engine = state;
        if (state.kind === 'threads') this.workers = Math.min(this.workers, state.threads);
        this.#settle();
      },
    });
    this.workers = this.#engine.threads;
    this.#preview();
    // Another picture or another look needs a layout that no preview brought.
    $effect.root(() => {
      $effect(() => this.#drawMissing());
      $effect(() => this.#drawOverview());
    });
  }

  #preview(): void {
    const { source, look, picked } = this;
    this.#engine?.preview.request({ source, answers: this.#answers, look, picked, fresh: this.#fresh });
  }

  #drawMissing(tries = 0): void {
    const { shown, look } = this;
    if (!shown || this.#drawings.has(shown.picture.graph, look)) return;
    const { graph } = shown.picture;
    // A run renews the views with each of its events.
    const wish = nameOf(graph, look);
    if (this.#awaited === wish) return;
    this.#awaited = wish;
    this.#engine?.preview
      .draw(shown.key, graph, look)
      .then((layout) => this.#drawings.keep(graph, look, layout))
      .catch((error: unknown) => {
        // A worker that is being replaced draws a moment later.
        if (tries < DRAW_TRIES) setTimeout(() => this.#drawMissing(tries + 1), DRAW_AGAIN_MS);
        else this.previewNotice = reasonOf(error);
      })
      .finally(() => {
        if (this.#awaited === wish) this.#awaited = null;
        this.#settle();
      });
  }

  #drawOverview(): void {
    const { shown, settings } = this;
    const client = this.#engine?.overview;
    if (!shown || !settings.overview || !client) return;
    const source = shown.call !== null || this.preview === null ? (this.record?.source ?? this.source) : this.#drawnSource;
    const { direction } = settings;
    untrack(() => void this.#overviews.want(client, shown, source, direction).finally(() => this.#settle()));
  }

  #threads(): number {
    return this.#engine?.threads ?? 2;
  }

  // ---- the program ----

  /** The reader typed. */
  edit(source: string): void {
    if (source === this.source) return;
    this.source = source;
    this.borrowed = false;
    const example = findExample(this.example);
    if (example && !resembles(source, example)) this.example = null;
    this.#afterChange();
  }

  /** A whole program comes in: an example, a link, a host page. */
  replace(source: string, example: string | null = null): void {
    if (this.running && source !== this.source) this.stop();
    if (!this.borrowed && source !== this.source) this.#keep({ source: this.source, example: this.example });
    this.printed = null;
    if (this.#lent) {
      this.settings = this.ownSettings;
      this.#lent = null;
    }
    this.#fresh = source !== this.source;
    if (this.#fresh) this.#answers = [];
    this.source = source;
    this.example = example;
    this.borrowed = false;
    this.replaced += 1;
    this.picked = null;
    this.search = null;
    this.#folding = { open: [], unfold: false };
    this.#afterChange();
  }

  openExample(id: string): void {
    const example = findExample(id);
    if (example) this.replace(example.source, example.id);
  }

  /** Shows a program from a link; the reader's own stays kept until an edit. */
  openShared(shared: Shared, own: SavedProgram | null): void {
    this.replace(shared.source);
    if (own && own.source !== shared.source) this.#keep(own);
    if (shared.workers !== undefined) this.workers = Math.min(shared.workers, this.#threads());
    const { sleep, style, direction } = this.settings;
    const before: LinkSettings = { sleep, style, direction };
    const given: LinkSettings = { sleep: shared.sleep ?? sleep, style: shared.style ?? style, direction: shared.direction ?? direction };
    Object.assign(this.settings, given);
    this.#lent = { before, given };
    this.borrowed = true;
    this.own = own;
  }

  /** Back from a shared program to the reader's own. */
  returnToOwn(): void {
    const own = this.own ?? { source: FIRST.source, example: FIRST.id };
    this.own = null;
    this.replace(own.source, own.example);
  }

  /** Brings back what was written before; what stands there now takes its place. */
  returnToEarlier(): void {
    const { earlier } = this;
    if (!earlier) return;
    this.earlier = null;
    this.replace(earlier.source, earlier.example);
  }

  /** Keeps a program that is somebody's work, which an untouched example is not. */
  #keep(program: SavedProgram): void {
    const untouched = findExample(program.example)?.source === program.source;
    if (!untouched && program.source.trim() !== '') this.earlier = program;
  }

  #afterChange(): void {
    this.hover = null;
    this.marked = null;
    this.pointedLines = null;
    this.scrubUs = null;
    this.playing = false;
    this.previewNotice = null;
    this.#hush();
    this.#preview();
  }

  // ---- the preview ----

  #drawn(preview: Preview, source: string, look: Look): void {
    for (const { graph, layout } of preview.pictures) {
      if (layout) this.#drawings.keep(graph, look, layout);
    }
    this.previewNotice = preview.notice ?? null;
    if (this.#fresh || replaces(preview, this.preview)) {
      this.preview = preview;
      this.#drawnSource = source;
      this.dimmed = false;
    } else {
      this.dimmed = true;
    }
    if (source === this.source) this.#fresh = false;
    this.#hush();
    const error = preview.error;
    if (!error || this.printed === null) this.printed = preview;
    if (error) {
      this.#speaker = setTimeout(() => {
        this.printed = preview;
        this.spoken = error;
      }, ERROR_DELAY_MS);
    }
    this.#settle();
  }

  #hush(): void {
    if (this.#speaker !== null) clearTimeout(this.#speaker);
    this.#speaker = null;
    this.spoken = null;
  }

  // ---- runs ----

  /** Runs the program in the editor; ends the run before, if one goes on. */
  async run(options: Partial<RunOptions> = {}): Promise<RunResult> {
    const engine = this.#engine;
    if (!engine) throw new Error('The engine is not connected.');
    if (this.running) {
      await this.stopped();
    }
    const workers = Math.max(1, Math.min(options.workers ?? this.workers, this.maxWorkers));
    const chosen: RunOptions = { workers, sleep: options.sleep ?? this.settings.sleep };
    const record = newRecord(this.source, chosen, this.engine.kind !== 'single');
    this.record = record;
    this.running = true;
    this.scrubUs = null;
    this.playing = false;
    this.picked = null;
    this.startedAtMs = this.#now();
    this.pointing = false;
    this.#ahead = [];
    this.#answers = [];
    this.version += 1;
    const result = await engine.runner.run(record.source, chosen, {
      event: (event) => this.#take(record, event),
      started: (options) => {
        record.options = options;
        record.threaded = this.engine.kind === 'threads';
        this.startedAtMs = this.#now();
      },
      asks: () => this.#asked(record),
    });
    this.#flush(record);
    this.asking = false;
    applyResult(record, result);
    this.running = false;
    const watched = result.totals.length > 0 && !result.stopped;
    this.pointing = !this.settings.hasRun && watched;
    if (watched) this.settings.hasRun = true;
    this.version += 1;
    this.#settle();
    return result;
  }

  stop(): void {
    this.#engine?.runner.stop();
  }

  /** Stops, and resolves when the run has ended. */
  stopped(): Promise<void> {
    this.stop();
    return this.#until(() => !this.running);
  }

  #asked(record: RunRecord): void {
    this.#flush(record);
    this.asking = true;
    this.#answerAhead();
  }

  #answerAhead(): void {
    const line = this.asking ? this.#ahead.shift() : undefined;
    const { record } = this;
    if (line === undefined || !record) return;
    this.asking = false;
    // As in a terminal, what was typed stands after the question.
    applyEvent(record, { type: 'output', text: `${line}\n` });
    this.version += 1;
    this.#answers.push(line);
    this.#engine?.runner.answer(line);
  }

  /** Gives the run lines: the first to the question that waits, the others to those that follow. */
  answer(lines: string[]): void {
    if (!this.asking) return;
    this.#ahead.push(...lines);
    this.#answerAhead();
  }

  /** There are no more lines, which ends a terminal's input too. */
  endInput(): void {
    if (!this.asking) return;
    this.asking = false;
    this.#engine?.runner.answer(null);
  }

  #take(record: RunRecord, event: RunEvent): void {
    this.#queue.push(event);
    const many = this.progress.total > MANY_TASKS || record.output.lines.length > MANY_LINES;
    this.#flusher ??= setTimeout(() => this.#flush(record), many ? SLOW_FLUSH_MS : FLUSH_MS);
  }

  #flush(record: RunRecord): void {
    if (this.#flusher !== null) clearTimeout(this.#flusher);
    this.#flusher = null;
    for (const event of this.#queue) applyEvent(record, event);
    this.#queue = [];
    this.version += 1;
  }

  /** Time since the run began, for the moving edge of the lanes. */
  nowUs(): number {
    if (!this.record) return 0;
    if (!this.running) return this.record.lastUs;
    return Math.max(this.record.lastUs, (this.#now() - this.startedAtMs) * 1000);
  }

  // ---- the replay ----

  /** Where the lanes begin: what the program did before its first task has no bar. */
  beginUs(): number {
    return this.record?.firstUs ?? 0;
  }

  /** Where they end. */
  endUs(): number {
    return this.record?.lastUs ?? 0;
  }

  scrub(us: number | null): void {
    if (!this.record) return;
    this.scrubUs = us === null ? null : Math.max(this.beginUs(), Math.min(us, this.endUs()));
  }

  playOrPause(): void {
    if (!this.record || this.running || this.record.events.length === 0) return;
    if (this.playing) {
      this.playing = false;
      return;
    }
    if (this.scrubUs === null || this.scrubUs >= this.endUs()) this.scrubUs = this.beginUs();
    this.playing = true;
  }

  /** Moves the replay on; called by whoever draws it. */
  advance(us: number): void {
    if (!this.playing || this.scrubUs === null) return;
    const next = this.scrubUs + us;
    if (next < this.endUs()) {
      this.scrubUs = next;
      return;
    }
    this.scrubUs = null;
    this.playing = false;
  }

  /** To the next (1) or previous (-1) event of the run. */
  step(direction: 1 | -1): void {
    const { record } = this;
    if (!record || this.running) return;
    this.playing = false;
    const at = this.scrubUs ?? this.endUs();
    const times = record.events.map((event) => event.timeUs);
    const next =
      direction > 0
        ? times.reduce((best, time) => (time > at && time < best ? time : best), Infinity)
        : times.reduce((best, time) => (time < at && time > best ? time : best), -Infinity);
    if (Number.isFinite(next)) this.scrubUs = next;
    else if (direction > 0) this.scrubUs = null;
  }

  // ---- the rest ----

  /** Draws the tasks of a stack one by one. */
  open(stack: string): void {
    const { open, unfold } = this.#folding;
    if (!open.includes(stack)) this.#folding = { open: [...open, stack], unfold };
  }

  /** Folds the tasks of a stack again. */
  close(stack: string): void {
    const { open, unfold } = this.#folding;
    this.#folding = { open: open.filter((one) => one !== stack), unfold };
  }

  /** Draws every task by itself, or folds all stacks. */
  unfold(all: boolean): void {
    this.#folding = { open: [], unfold: all };
  }

  /** Shows the picture of tasks with some of them pointed out. */
  openTasks(tasks: number[]): void {
    const view = this.overview?.view;
    if (!view) return;
    this.settings.overview = false;
    this.marked = { graph: view.picture.graph, tasks };
  }

  /** Points at lines in the editor, or at none; unknown lines are numbered 0. */
  pointAt(lines: { first: number; last: number } | null): void {
    this.pointedLines = lines && lines.first > 0 ? lines : null;
  }

  /** Looks for tasks with `text` in their key; `null` ends the search. */
  find(text: string | null): void {
    this.search = text === null ? null : { text, at: 0 };
  }

  /** To the next (1) or previous (-1) hit. */
  nextHit(step: 1 | -1): void {
    if (this.search) this.search = { ...this.search, at: nextHit(this.found, this.search.at, step) };
  }

  pick(key: string | null): void {
    if (key !== this.picked) this.#folding = { open: [], unfold: false };
    this.picked = key;
    this.hover = null;
  }

  say(text: string): void {
    this.toast = text;
    if (this.#toaster !== null) clearTimeout(this.#toaster);
    this.#toaster = setTimeout(() => (this.toast = null), 2_500);
  }

  /** The picture that is shown, with its layout. */
  picture(): Picture | null {
    const { drawing } = this;
    return drawing ? { ...drawing.view.picture, layout: drawing.layout } : null;
  }

  /** A picture as the text of a file; rejects with why it cannot be written. */
  write(picture: Picture, format: PictureFormat): Promise<string> {
    const engine = this.#engine;
    return engine ? engine.preview.write(picture, this.look, format) : Promise.reject(new Error('The engine is not loaded.'));
  }

  outcome(): Outcome {
    const record = this.record;
    if (!record) return { result: null, trace: [], output: '' };
    return { result: record.result, trace: record.events, output: outputText(record.output) };
  }

  get idle(): boolean {
    if (!this.#engine || this.running || this.engine.kind === 'loading') return false;
    return this.engine.kind === 'failed' || (this.#engine.preview.idle && this.#overviews.idle);
  }

  /** Resolves when nothing loads, draws or runs. */
  whenIdle(): Promise<void> {
    return this.#until(() => this.idle);
  }

  #until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
      const check = (): void => {
        if (!holds()) return;
        this.#waiters = this.#waiters.filter((waiter) => waiter !== check);
        resolve();
      };
      this.#waiters.push(check);
    });
  }

  #settle(): void {
    for (const waiter of [...this.#waiters]) waiter();
  }
}
