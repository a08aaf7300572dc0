/** Light, dark, or as the device says; `data-theme` on the root is what the palette reads. */
const media = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');
/** Paper is white, whatever the screen is. */
const print = (): MediaQueryList => window.matchMedia('print');

export function applyTheme(theme: 'auto' | 'light' | 'dark'): void {
  const dark = !print().matches && (theme === 'dark' || (theme === 'auto' && media().matches));
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Calls `changed` when the device switches between light and dark, or the page goes to paper and back. */
export function onDeviceTheme(changed: () => void): void {
  media().addEventListener('change', changed);
  print().addEventListener('change', changed);
}
