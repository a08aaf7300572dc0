/**
 * The overview as the page sees it, mirrored from `crate/overview/src/picture.rs`:
 * frames, boxes in them and lines between the boxes. Lines of the program are
 * 1-based, 0 when unknown; lengths are CSS pixels.
 */
import type { Maybe } from '../engine/types';

export type FrameKind = 'block' | 'statement' | 'layer';
export type LayerKind = 'delayed' | 'array' | 'dict' | 'data';

export interface Frame {
  id: string;
  kind: FrameKind;
  /** Shortened to the width. */
  title: string;
  text: string;
  firstLine: number;
  lastLine: number;
  /** The frame around it, which comes before it. */
  frame: Maybe<number>;
  /** Centre. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LayerBox {
  id: string;
  kind: LayerKind;
  label: string;
  detail: string;
  tasks: number[];
  firstLine: number;
  lastLine: number;
  frame: Maybe<number>;
  /** Centre. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  /** Indices in `Overview.boxes`. */
  from: number;
  to: number;
  /** How many dependencies it stands for. */
  count: number;
  /** x and y of a first point, then of two control points and an end for each cubic Bézier piece. */
  curve: number[];
}

export interface Overview {
  width: number;
  height: number;
  frames: Frame[];
  boxes: LayerBox[];
  lines: Line[];
  notice?: Maybe<string>;
}
