import { describe, expect, it } from 'vitest';
import { decodeShared, encodeShared, MAX_HASH_LENGTH, type Shared } from './codec';
import { embedCode, linkTo } from './links';

describe('a program in a link', () => {
  it.each<[string, Shared]>([
    ['a short one', { source: 'print(1)' }],
    ['with everything', { source: 'x = "ü → 数 🎈"\n', workers: 3, sleep: 'virtual', style: 'clear', direction: 'leftToRight' }],
    ['a long one', { source: 'total = total + 1\n'.repeat(3000) }],
    ['an empty one', { source: '' }],
  ])('%s comes back', async (_, shared) => {
    const hash = await encodeShared(shared);
    expect(hash).toMatch(/^#v1:[A-Za-z0-9_-]*$/);
    expect(await decodeShared(hash)).toEqual({ kind: 'program', shared });
  });

  it('a typical program stays far below what chat programs carry', async () => {
    const source = 'import dask\n\n@dask.delayed\ndef inc(x):\n    return x + 1\n\ntotal = dask.delayed(sum)([inc(i) for i in range(8)])\ntotal.compute()\n';
    expect((await encodeShared({ source })).length).toBeLessThan(300);
  });

  it('refuses a program that is too long', async () => {
    await expect(encodeShared({ source: 'x'.repeat(300_000) })).rejects.toThrow('too long');
  });

  it('refuses text that unpacks to too much', async () => {
    const bytes = new Blob(['x'.repeat(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = Buffer.from(await new Response(bytes).arrayBuffer()).toString('base64url');
    expect(packed.length).toBeLessThan(MAX_HASH_LENGTH);
    expect(await decodeShared(`#v1:${packed}`)).toEqual({ kind: 'unreadable', reason: 'The program in this link is too large.' });
  });

  it('says what is wrong with other hashes', async () => {
    expect((await decodeShared('')).kind).toBe('none');
    expect((await decodeShared('#graph')).kind).toBe('none');
    expect(await decodeShared('#v2:abc')).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('newer') });
    expect(await decodeShared('#v1:%%%')).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('damaged') });
    expect(await decodeShared(`#v1:${'A'.repeat(MAX_HASH_LENGTH)}`)).toMatchObject({ kind: 'unreadable' });
  });

  it('takes only what it knows from a link', async () => {
    const text = JSON.stringify({ source: 'x', workers: 1e9, sleep: 'no', style: '<b>', direction: 'sideways', __proto__: { a: 1 } });
    const bytes = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = Buffer.from(await new Response(bytes).arrayBuffer()).toString('base64url');
    expect(await decodeShared(`#v1:${packed}`)).toEqual({ kind: 'program', shared: { source: 'x' } });
  });
});

it('links leave out the parameters of an embed', () => {
  expect(linkTo('https://a.org/t/?embed&code=1#v1:x', '#v1:y')).toBe('https://a.org/t/#v1:y');
});

it('the frame names its parameters and escapes its address', () => {
  expect(embedCode('https://a.org/t/', '#v1:y', true)).toContain('src="https://a.org/t/?embed&amp;code=1#v1:y"');
  expect(embedCode('https://a.org/t/?q="><script>', '#v1:y', false)).not.toContain('<script>');
});
