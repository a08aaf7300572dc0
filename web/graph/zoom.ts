/**
 * Zooming and panning of the picture, on top of d3-zoom: fits the picture to
 * its pane until the reader moves it, and leaves wheel and swipe to the page
 * where they belong to it.
 */
import { select } from 'd3-selection';
import type { Box } from './grid';
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from 'd3-zoom';

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  /** The corner at the top left. */
  x: number;
  y: number;
}

/** Room for the controls above the picture and the legend beneath it. */
const TOP_PX = 50;
const BOTTOM_PX = 40;
const SIDE_PX = 28;
const LEAST_SCALE = 0.02;
const MOST_SCALE = 6;
/** A small graph is not blown up beyond this. */
const FIT_SCALE = 1.5;

/** A picture that fits is drawn anew at a larger scale only if that is larger by this factor. */
const WORTH_GROWING = 1.3;
/** Share of the room by which a picture may lie off its middle before it is moved back. */
const OFF_MIDDLE = 0.15;

export interface Place {
  x: number;
  y: number;
  k: number;
}

interface Room extends Size {
  left: number;
  top: number;
}

function roomOf(pane: Size): Room {
  const side = Math.min(SIDE_PX, pane.width / 12);
  const top = Math.min(TOP_PX, pane.height / 6);
  const bottom = Math.min(BOTTOM_PX, pane.height / 6);
  return { left: side, top, width: pane.width - 2 * side, height: pane.height - top - bottom };
}

/** Where a picture of `size` lies when it fits into `pane`. */
export function fitTransform(size: Size, pane: Size): Place {
  if (!(size.width > 0 && size.height > 0 && pane.width > 0 && pane.height > 0)) return { x: 0, y: 0, k: 1 };
  const room = roomOf(pane);
  const k = Math.min(room.width / size.width, room.height / size.height, FIT_SCALE);
  return { k, x: (pane.width - size.width * k) / 2, y: room.top + (room.height - size.height * k) / 2 };
}

/** `place`, moved against the `shift` of a picture, so that what is in it rests. */
export function shifted(place: Place, [dx, dy]: [number, number]): Place {
  return { k: place.k, x: place.x - dx * place.k, y: place.y - dy * place.k };
}

/**
 * Where an edited picture lies: where it lay if it still fits there, is not
 * much too small and not far off the middle; else where it fits.
 */
export function steadyTransform(before: Place, shift: [number, number], size: Size, pane: Size): Place {
  const fit = fitTransform(size, pane);
  if (before.k > fit.k || before.k * WORTH_GROWING < fit.k) return fit;
  const place = shifted(before, shift);
  const room = roomOf(pane);
  const inside = (at: number, length: number, low: number, most: number): boolean => {
    const [before, after] = [at - low, low + most - at - length];
    return before >= -1 && after >= -1 && Math.abs(before - after) / 2 <= OFF_MIDDLE * most + 1;
  };
  const fits =
    inside(place.x, size.width * place.k, room.left, room.width) && inside(place.y, size.height * place.k, room.top, room.height);
  return fits ? place : fit;
}

/** The least scale at which labels are read with ease. */
const READING_SCALE = 0.8;

/** Where a picture lies so that `box` can be seen and read; it rests where it lay if that is so already. */
export function shownPlace(before: Place, box: Box, pane: Size): { place: Place; moved: boolean } {
  const room = roomOf(pane);
  const [left, top] = [before.x + box.x0 * before.k, before.y + box.y0 * before.k];
  const [right, bottom] = [before.x + box.x1 * before.k, before.y + box.y1 * before.k];
  const seen = left >= room.left && top >= room.top && right <= room.left + room.width && bottom <= room.top + room.height;
  if (seen && before.k >= READING_SCALE) return { place: before, moved: false };
  const k = Math.max(before.k, READING_SCALE);
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return { place: { k, x: room.left + room.width / 2 - x * k, y: room.top + room.height / 2 - y * k }, moved: true };
}

export interface ZoomHandle {
  /** Fits the picture, and keeps fitting it until the reader moves it. */
  fit(): void;
  by(factor: number): void;
  /** Brings a part of the picture into view. */
  show(part: Rect): void;
  /** Brings a part of the picture into sight: large enough to be read, near the middle. */
  reveal(box: Box): void;
  /** Puts a point of the picture into the middle of the pane, as a reader does who drags it. */
  centre(x: number, y: number): void;
  /**
   * Tells the size of the picture and of its pane. `shift` is how far an edit
   * has moved what is in the picture; `null` for another picture.
   */
  measure(picture: Size, pane: Size, shift: [number, number] | null): void;
  destroy(): void;
}

export interface ZoomOptions {
  /** `glide` is true where the page moves the picture, false where the reader does. */
  moved(transform: ZoomTransform, glide: boolean): void;
  /** Whether the reader has moved the picture away from its fit. */
  strayed(strayed: boolean): void;
  /** Whether a plain wheel zooms; with Ctrl or Cmd it always does. */
  wheel(): boolean;
}

export function attachZoom(svg: SVGSVGElement, options: ZoomOptions): ZoomHandle {
  let picture: Size = { width: 0, height: 0 };
  let pane: Size = { width: 0, height: 0 };
  let free = false;
  let byPage = false;

  const stray = (next: boolean): void => {
    if (free === next) return;
    free = next;
    options.strayed(next);
  };

  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([LEAST_SCALE, MOST_SCALE])
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || options.wheel();
      // One finger on a fitted picture swipes to the next pane; two always zoom.
      if ('touches' in event && event.touches instanceof TouchList) return event.touches.length > 1 || free;
      return !(event instanceof MouseEvent) || event.button === 0;
    })
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: Event | null }) => {
      if (!byPage) stray(true);
      options.moved(event.transform, byPage);
    });
  const selection = select(svg);
  selection.call(behaviour).on('dblclick.zoom', null);

  const place = (transform: ZoomTransform): void => {
    byPage = true;
    behaviour.transform(selection, transform);
    byPage = false;
  };

  const put = ({ x, y, k }: Place): void => place(zoomIdentity.translate(x, y).scale(k));

  const fit = (): void => {
    put(fitTransform(picture, pane));
    stray(false);
  };

  return {
    fit,
    by(factor) {
      byPage = true;
      behaviour.scaleBy(selection, factor);
      byPage = false;
      stray(true);
    },
    show(part) {
      const place = fitTransform(part, pane);
      put(shifted(place, [part.x, part.y]));
      stray(true);
    },
    reveal(box) {
      const { place, moved } = shownPlace(zoomTransform(svg), box, pane);
      if (!moved) return;
      put(place);
      stray(true);
    },
    centre(x, y) {
      const { k } = zoomTransform(svg);
      behaviour.transform(selection, zoomIdentity.translate(pane.width / 2 - x * k, pane.height / 2 - y * k).scale(k));
    },
    measure(nextPicture, nextPane, shift) {
      const paneStays = pane.width === nextPane.width && pane.height === nextPane.height;
      picture = nextPicture;
      pane = nextPane;
      behaviour.extent([[0, 0], [pane.width, pane.height]]);
      const before = zoomTransform(svg);
      if (!shift) fit();
      else if (free) put(shifted(before, shift));
      else if (paneStays) put(steadyTransform(before, shift, picture, pane));
      else fit();
    },
    destroy: () => selection.on('.zoom', null),
  };
}
