/** Times and sizes in the words of the page. */

/** `0.61 s`, `12 ms`, `340 µs`: three figures at most. */
export function formatTime(us: number): string {
  if (!Number.isFinite(us)) return '';
  if (us >= 59_950_000) {
    const seconds = Math.round(us / 1e6);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  }
  if (us >= 9_950_000) return `${(us / 1e6).toFixed(1)} s`;
  if (us >= 100_000) return `${(us / 1e6).toFixed(2)} s`;
  if (us >= 9_950) return `${Math.round(us / 1000)} ms`;
  if (us >= 1_000) return `${(us / 1000).toFixed(1)} ms`;
  return `${Math.round(us)} µs`;
}

export function formatBytes(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  if (bytes >= 1_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${Math.round(bytes)} B`;
}
