import { expect, test } from 'vitest';
import fixture from './packed.fixture.json';
import { received } from './protocol';

type WithEdges = { edges: Array<{ curve: number[] }> };

/** Control points of straight lines may be off by a tenth of a pixel, which nobody sees. */
function expectSame<T extends WithEdges>(actual: T | null | undefined, expected: T | null | undefined): void {
  const ends = (layout: WithEdges | null | undefined): unknown => layout && { ...layout, edges: layout.edges.map((edge) => ({ ...edge, curve: edge.curve.length })) };
  expect(ends(actual)).toEqual(ends(expected));
  const numbers = (layout: WithEdges | null | undefined): number[] => layout?.edges.flatMap((edge) => edge.curve) ?? [];
  numbers(actual).forEach((number, index) => expect(Math.abs(number - (numbers(expected)[index] ?? NaN))).toBeLessThan(0.11));
}

test('what the engine packed is unpacked as it was', () => {
  const reply = received({ type: 'previewed', id: 3, text: JSON.stringify(fixture.packed) });
  if (reply.type !== 'previewed') throw new Error(reply.type);
  const bare = ({ pictures, ...preview }: { pictures: object[] }): object => ({ ...preview, pictures: pictures.map((picture) => ({ ...picture, layout: null })) });
  expect(bare(reply.preview)).toEqual(bare(fixture.preview));
  expect(fixture.preview.pictures.some((picture) => picture.layout)).toBe(true);
  reply.preview.pictures.forEach((picture, index) => expectSame<WithEdges>(picture.layout, fixture.preview.pictures[index]?.layout));
});

test('a layout that comes alone is unpacked too', () => {
  const { layout } = fixture.packed.pictures.find((picture) => picture.layout !== null) ?? {};
  const reply = received({ type: 'layout', id: 4, text: JSON.stringify(layout) });
  if (reply.type !== 'layout') throw new Error(reply.type);
  expectSame<WithEdges>(reply.layout, fixture.preview.pictures.find((picture) => picture.layout !== null)?.layout);
});

test('rows that end too early or name nothing are refused', () => {
  const { packed } = fixture;
  const text = (more: object): string => JSON.stringify({ ...packed, ...more });
  expect(() => received({ type: 'previewed', id: 1, text: text({ keys: [] }) })).toThrow('names nothing');
  expect(() => received({ type: 'previewed', id: 1, text: text({ graphs: packed.graphs.map((graph) => ({ ...graph, rows: [0] })) }) })).toThrow('too early');
});
