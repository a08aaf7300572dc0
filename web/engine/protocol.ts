/**
 * What the page and its two workers say to each other: one union of requests,
 * one of replies. Every request carries an id and every reply names the
 * request it belongs to, so an answer from before a restart is never mistaken
 * for a new one.
 *
 *   page --load, preview, draw, write--> preview worker --loaded, previewed, layout, file, failed--> page
 *   page --load, run, answer--> run worker ------loaded, event, asks, ended, failed--> page
 *
 * A run that asks for a line gets it through the mailbox that came with the
 * question, because its worker is blocked, or as a message where it is not.
 */
import type { PictureFormat } from './glue';
import { unpackLayout, unpackPreview } from './packed';
import type { Layout, Look, Preview, RunEvent, RunOptions, RunResult } from './types';

/** The byte that stops a run when the page stores 1 in it. */
export interface Interrupt {
  buffer: SharedArrayBuffer;
  address: number;
}

export type Request =
  | { type: 'load'; id: number; glueUrl: string; module: WebAssembly.Module; threads: number }
  /** Where the preview worker may put its letters. */
  | { type: 'letters'; id: number; box: SharedArrayBuffer }
  | { type: 'preview'; id: number; source: string; answers: string[]; look: Look; picked: string | null; fresh: boolean }
  /** `graph` is the text of a `GraphData`. */
  | { type: 'draw'; id: number; name: string; graph: string; look: Look }
  | { type: 'write'; id: number; picture: string; look: Look; format: PictureFormat }
  | { type: 'run'; id: number; source: string; options: RunOptions }
  /** The line a run waits for; `null` ends all lines. */
  | { type: 'answer'; id: number; line: string | null };

export type Reply =
  | {
      type: 'loaded';
      id: number;
      /** Threads in the pool; 0 when the worker runs alone. */
      threads: number;
      interrupt: Interrupt | null;
      /** Why there are no threads although they were asked for. */
      reason: string | null;
    }
  | { type: 'previewed'; id: number; preview: Preview }
  | { type: 'layout'; id: number; layout: Layout }
  | { type: 'file'; id: number; text: string }
  | { type: 'event'; id: number; event: RunEvent }
  | { type: 'asks'; id: number; mailbox: SharedArrayBuffer | null }
  | { type: 'ended'; id: number; result: RunResult }
  | { type: 'failed'; id: number; reason: string };

type Told = 'previewed' | 'layout' | 'event' | 'ended';

/**
 * A reply as it crosses. What the engine tells is still the text it came as:
 * the browser copies a text at once, but thousands of objects one by one.
 */
export type Crossing = Exclude<Reply, { type: Told }> | { [T in Told]: { type: T; id: number; text: string } }[Told];

/** What a reader who types waits for: it may cross through shared memory. */
export type Letter = Extract<Crossing, { type: 'previewed' | 'layout' }>;

/** Reads a reply that has crossed. */
export function received(crossing: Crossing): Reply {
  switch (crossing.type) {
    case 'previewed':
      return { type: 'previewed', id: crossing.id, preview: unpackPreview(JSON.parse(crossing.text)) };
    case 'layout':
      return { type: 'layout', id: crossing.id, layout: unpackLayout(JSON.parse(crossing.text)) };
    case 'event':
      return { type: 'event', id: crossing.id, event: JSON.parse(crossing.text) };
    case 'ended':
      return { type: 'ended', id: crossing.id, result: JSON.parse(crossing.text) };
    default:
      return crossing;
  }
}

/** One end of a conversation with a worker. */
export interface Port {
  post(request: Request): void;
  close(): void;
}

export interface PortHandlers {
  reply(reply: Reply): void;
  /** The worker itself broke: its script did not load, or it ran out of memory. */
  crashed(reason: string): void;
}

/** Starts a worker. Tests and the fake engine pass their own. */
export type OpenPort = (handlers: PortHandlers) => Port;

/** Closes an exhaustive switch: a new member of the union fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected message: ${JSON.stringify(value)}`);
}

/** The text of anything that was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
