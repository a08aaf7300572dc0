/**
 * Stands in for `d3-transition`, which `d3-zoom` loads for animated moves. Ours
 * are the style sheet's, so nothing ever runs that could be interrupted.
 */
import { selection } from 'd3-selection';

Reflect.set(selection.prototype, 'interrupt', function interrupted<T>(this: T): T {
  return this;
});

export function interrupt(): void {}
