/** Figures out of repeated measurements. */

/** The value below which a share of the samples lie. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}

export const median = (samples) => percentile(samples, 0.5);

/** Milliseconds as a table shows them. */
export function ms(value) {
  return Number.isFinite(value) ? `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms` : '-';
}

/** Microseconds as a table shows them. */
export function us(value) {
  return Number.isFinite(value) ? `${value.toFixed(value < 100 ? 1 : 0)} µs` : '-';
}

/** One time as a multiple of another. */
export function ratio(value) {
  return Number.isFinite(value) ? value.toFixed(2) : '-';
}

/** Bytes as a table shows them. */
export function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Lines of a table: names to the left, figures to the right. */
export function table(rows) {
  const widths = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, String(cell).length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]))).join('  '));
}
