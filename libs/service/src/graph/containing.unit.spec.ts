import { containing } from './containing';

describe('the pattern of a text anywhere', () => {
  it('takes wildcards and the escape sign as they stand', () => {
    expect(containing('电信')).toBe('%电信%');
    expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
