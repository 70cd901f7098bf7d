import { present } from './present';

describe('the fields that have a value', () => {
  it('leave out what is not known, and nothing else', () => {
    expect(present({ a: null, b: undefined, c: 0, d: '', e: false, f: 'x' })).toEqual({
      c: 0,
      d: '',
      e: false,
      f: 'x',
    });
  });
});
