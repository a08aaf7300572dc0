/**
 * Zooming and panning of the picture, on top of d3-zoom: fits the picture to
 * its pane until the reader moves it, and leaves wheel and swipe to the page
 * where they belong to it.
 */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom';

export interface Size {
  width: number;
  height: number;
}

/** Room for the controls above the picture and the legend beneath it. */
const TOP_PX = 50;
const BOTTOM_PX = 40;
const SIDE_PX = 28;
const LEAST_SCALE = 0.02;
const MOST_SCALE = 6;
/** A small graph is not blown up beyond this. */
const FIT_SCALE = 1.5;

/** Where a picture of `size` lies when it fits into `pane`. */
export function fitTransform(size: Size, pane: Size): { x: number; y: number; k: number } {
  if (!(size.width > 0 && size.height > 0 && pane.width > 0 && pane.height > 0)) return { x: 0, y: 0, k: 1 };
  const side = Math.min(SIDE_PX, pane.width / 12);
  const top = Math.min(TOP_PX, pane.height / 6);
  const bottom = Math.min(BOTTOM_PX, pane.height / 6);
  const room: Size = { width: pane.width - 2 * side, height: pane.height - top - bottom };
  const k = Math.min(room.width / size.width, room.height / size.height, FIT_SCALE);
  return { k, x: (pane.width - size.width * k) / 2, y: top + (room.height - size.height * k) / 2 };
}

export interface ZoomHandle {
  /** Fits the picture, and keeps fitting it until the reader moves it. */
  fit(): void;
  by(factor: number): void;
  /** Tells the size of the picture and of its pane. */
  measure(picture: Size, pane: Size): void;
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

  const fit = (): void => {
    const { x, y, k } = fitTransform(picture, pane);
    place(zoomIdentity.translate(x, y).scale(k));
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
    measure(nextPicture, nextPane) {
      picture = nextPicture;
      pane = nextPane;
      behaviour.extent([[0, 0], [pane.width, pane.height]]);
      if (!free) fit();
    },
    destroy: () => selection.on('.zoom', null),
  };
}
