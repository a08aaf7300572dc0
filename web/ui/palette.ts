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

/** Two colours written `#rrggbb`, mixed: `share` (0 to 1) of the first. As `color-mix(in srgb, ...)`. */
export function mix(first: string, second: string, share: number): string {
  const channel = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(first, at) * share + channel(second, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
