/**
 * The reader's own program, kept over reloads. Where the browser gives no
 * storage (private windows, sandboxed frames) the page works without.
 */
import type { Direction, Style } from '../engine/types';
import { directionOf } from './codec';

const PROGRAM = 'taskyard:program';
const EARLIER = 'taskyard:earlier';
const SETTINGS = 'taskyard:settings';

export interface SavedProgram {
  source: string;
  example: string | null;
}

export interface Settings {
  theme: 'auto' | 'light' | 'dark';
  style: Style;
  direction: Direction;
  /** Layers instead of tasks. */
  overview: boolean;
  sleep: 'real' | 'virtual';
  /** Shares of the page: left column, editor in it, graph in the right one. */
  left: number;
  editor: number;
  graph: number;
  /** Whether the reader has ever run a program here. */
  hasRun: boolean;
}

export const DEFAULTS: Settings = {
  theme: 'auto',
  style: 'dask',
  direction: 'bottomToTop',
  overview: false,
  sleep: 'real',
  left: 0.38,
  editor: 0.74,
  graph: 0.68,
  hasRun: false,
};

function read(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the program lives as long as the page.
  }
}

function readProgram(key: string): SavedProgram | null {
  const value = read(key);
  if (typeof value !== 'object' || value === null) return null;
  const source: unknown = Reflect.get(value, 'source');
  const example: unknown = Reflect.get(value, 'example');
  if (typeof source !== 'string') return null;
  return { source, example: typeof example === 'string' ? example : null };
}

export function loadProgram(): SavedProgram | null {
  return readProgram(PROGRAM);
}

export function saveProgram(program: SavedProgram): void {
  write(PROGRAM, program);
}

/** The program that another one took the place of. */
export function loadEarlier(): SavedProgram | null {
  return readProgram(EARLIER);
}

export function saveEarlier(program: SavedProgram): void {
  write(EARLIER, program);
}

function share(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0.1 && value <= 0.9 ? value : otherwise;
}

export function loadSettings(): Settings {
  const value = read(SETTINGS);
  if (typeof value !== 'object' || value === null) return { ...DEFAULTS };
  const theme: unknown = Reflect.get(value, 'theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    style: Reflect.get(value, 'style') === 'clear' ? 'clear' : 'dask',
    direction: directionOf(Reflect.get(value, 'direction')) ?? DEFAULTS.direction,
    overview: Reflect.get(value, 'overview') === true,
    sleep: Reflect.get(value, 'sleep') === 'virtual' ? 'virtual' : 'real',
    left: share(Reflect.get(value, 'left'), DEFAULTS.left),
    editor: share(Reflect.get(value, 'editor'), DEFAULTS.editor),
    graph: share(Reflect.get(value, 'graph'), DEFAULTS.graph),
    hasRun: Reflect.get(value, 'hasRun') === true,
  };
}

export function saveSettings(settings: Settings): void {
  write(SETTINGS, settings);
}
