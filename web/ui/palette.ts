/**
 * The palette of the style sheet for what is painted on a canvas, which knows
 * no custom properties. The tokens themselves are in `tokens.css`.
 */
export interface Palette {
  surface: string;
  line: string;
  lineStrong: string;
  text: string;
  muted: string;
  track: string;
  accent: string;
  accentSoft: string;
  accentLine: string;
  onAccent: string;
  stripe: string;
  red: string;
  redSoft: string;
  mono: string;
  sans: string;
}

/** The palette as it applies to `element` now. Asks for its style, so not for every frame. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    surface: token('--surface'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    text: token('--text'),
    muted: token('--muted'),
    track: token('--sunken'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    accentLine: token('--accent-line'),
    onAccent: token('--on-accent'),
    stripe: token('--stripe'),
    red: token('--red'),
    redSoft: token('--red-soft'),
    mono: token('--mono'),
    sans: token('--sans'),
  };
}

/** Calls `changed` when the page goes from light to dark or back; ends with the function it returns. */
export function onTheme(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => watcher.disconnect();
}

/** The channels of a colour written `#rrggbb`, or `#rgb` as builds shorten it. */
function channels(colour: string): number[] {
  const digits = colour.slice(1);
  const wide = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => parseInt(wide.slice(at, at + 2), 16));
}

/** Two colours mixed: `share` (0 to 1) of the first. As `color-mix(in srgb, ...)`. */
export function mix(first: string, second: string, share: number): string {
  const other = channels(second);
  const mixed = channels(first).map((value, i) => Math.round(value * share + (other[i] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
