import fc from 'fast-check';
import { differences, folded, NameIndex } from './names';

const products = ['GTX Basic', 'GTX Pro', 'GTX Plus Pro', 'GTK 500'].map((name, at) => ({
  name,
  externalId: `P${at}`,
}));

describe('names of other files', () => {
  it('mean what is written exactly so, or else the only one that differs in what the mapping ignores', () => {
    const index = new NameIndex(products, ['case', 'spaces']);
    expect(index.find('GTX Pro')).toEqual({ kind: 'exact', named: products[1] });
    expect(index.find('GTXPro')).toEqual({ kind: 'repaired', named: products[1] });
    expect(index.find('gtk500')).toEqual({ kind: 'repaired', named: products[3] });
    expect(index.find('GTX-Pro')).toEqual({ kind: 'none' });
  });

  it('mean nothing else where the mapping ignores nothing', () => {
    expect(new NameIndex(products, []).find('GTXPro')).toEqual({ kind: 'none' });
  });

  it('are not guessed between two', () => {
    const twins = [...products, { name: 'GTXPRO', externalId: 'P9' }, { name: 'GTK 500', externalId: 'P8' }];
    const index = new NameIndex(twins, ['case', 'spaces']);
    expect(index.find('gtx pro')).toEqual({ kind: 'ambiguous', names: ['GTX Pro', 'GTXPRO'] });
    expect(index.find('GTX Pro')).toMatchObject({ kind: 'exact', named: { externalId: 'P1' } });
    expect(index.find('GTK 500')).toEqual({ kind: 'ambiguous', names: ['GTK 500', 'GTK 500'] });
  });

  it('may be ids as well', () => {
    expect(new NameIndex(products, ['case'], 'externalId').find('p1')).toMatchObject({ kind: 'repaired' });
  });

  it.each([
    ['case', 'ÅB', 'åb'],
    ['spaces', ' a  b\u3000c', 'abc'],
    ['punctuation', 'A & B, (C)', 'A  B C'],
    ['accents', 'Málaga', 'Malaga'],
    ['width', 'Ａｃｍｅ', 'Acme'],
  ] as const)('are alike without %s', (difference, one, other) => {
    expect(folded(one, [difference])).toBe(other);
  });

  it('stay alike when they are folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.subarray([...differences]), (name, ignore) => {
        const once = folded(name, ignore);
        expect(new NameIndex([{ name, externalId: 'x' }], ignore).find(name).kind).toBe('exact');
        expect(folded(once, ['spaces'])).toBe(folded(folded(name, ignore), ['spaces']));
      }),
    );
  });
});
