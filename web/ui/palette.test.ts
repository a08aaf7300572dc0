import { describe, expect, it } from 'vitest';
import { mix } from './palette';

describe('mixing colours', () => {
  it('takes a share of each channel', () => expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080'));
  it('reads colours that a build has shortened', () => expect(mix('#1a1c21', '#fff', 0.42)).toBe(mix('#1a1c21', '#ffffff', 0.42)));
  it('keeps either colour whole', () => expect([mix('#123456', '#fff', 1), mix('#123456', '#fff', 0)]).toEqual(['#123456', '#ffffff']));
});
