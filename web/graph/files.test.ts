import { expect, it } from 'vitest';
import { fileName } from './files';

it.each([
  ['total.compute()', 'total.compute.svg'],
  ['dask.compute(*halves)', 'dask.compute-halves.svg'],
  ['  ', 'graph.svg'],
  ['../../x', 'x.svg'],
  ['日本 語', '日本-語.svg'],
  ['x'.repeat(200), `${'x'.repeat(60)}.svg`],
])('the file of %j is %s', (picture, file) => expect(fileName(picture, 'svg')).toBe(file));
