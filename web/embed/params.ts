import type { Direction } from '../engine/types';
import { directionOf } from '../share/codec';

/** What the address asks of the page: `?embed`, `&code=1`, `&theme=dark`, `&style=clear`, `&direction=leftToRight`. */
export interface PageParams {
  embed: boolean;
  code: boolean;
  theme: 'light' | 'dark' | null;
  style: 'dask' | 'clear' | null;
  direction: Direction | null;
}

const given = (value: string | null): boolean => value !== null && value !== '0' && value !== 'false';

export function pageParams(search: string): PageParams {
  const params = new URLSearchParams(search);
  const theme = params.get('theme');
  const style = params.get('style');
  return {
    embed: given(params.get('embed')),
    code: given(params.get('code')),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    style: style === 'dask' || style === 'clear' ? style : null,
    direction: directionOf(params.get('direction')),
  };
}
