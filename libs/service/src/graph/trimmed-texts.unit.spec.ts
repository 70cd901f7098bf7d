import { runInNewContext } from 'node:vm';
import { asKept } from './trimmed-texts';

describe('what is kept of a text', () => {
  it('is what people see of it, written in one way', () => {
    expect(asKept('\u200b \u3000Cafe\u0301  bar\u2060\ufeff\u0007')).toBe('Caf\u00e9  bar');
    expect(asKept('\u200b \u2060')).toBe('');
  });

  it.each([
    ['blanks in the middle', `a${' '.repeat(1_000_000)}b`],
    ['accents', `a${'\u0301'.repeat(250_000)}${'\u0323'.repeat(250_000)}`],
  ])(
    'is found of a megabyte of %s, which would stop the service for minutes if it were gone through for each of them',
    (_, text) => {
      expect(runInNewContext('kept() === text', { kept: () => asKept(text), text }, { timeout: 10_000 })).toBe(true);
    },
  );
});
