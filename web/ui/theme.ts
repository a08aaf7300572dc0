/** Light, dark, or as the device says; `data-theme` on the root is what the palette reads. */
const media = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

export function applyTheme(theme: 'auto' | 'light' | 'dark'): void {
  const dark = theme === 'dark' || (theme === 'auto' && media().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Calls `changed` when the device switches between light and dark. */
export function onDeviceTheme(changed: () => void): void {
  media().addEventListener('change', changed);
}
