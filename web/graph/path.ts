/** Lines of a layout as SVG paths. */

/** The `d` of a curve: its first point, then two control points and an end for each cubic piece. */
export function pathData(curve: number[]): string {
  if (curve.length < 2) return '';
  let path = `M${curve[0]} ${curve[1]}`;
  for (let i = 2; i + 5 < curve.length; i += 6) path += `C${curve.slice(i, i + 6).join(' ')}`;
  return path;
}
