import { InputType } from 'type-graphql';
import { TextsField } from './input-fields';
import { trimTexts } from './trimmed-texts';
import { inputProblems } from './validate-input';

@InputType()
class Shelf {
  @TextsField('What stands on it (物品).', { max: 5, most: 3, default: [] })
  things!: string[];
}

describe('several texts of an input', () => {
  const problems = (things: unknown) => inputProblems(Object.assign(new Shelf(), { things }));

  it('are kept as one is: without blanks at the ends, composed', () => {
    const shelf = Object.assign(new Shelf(), { things: [' a ', 'Cafe\u0301', '\u3000'], unmarked: [' a '] });
    trimTexts(shelf);
    expect(shelf).toMatchObject({ things: ['a', 'Caf\u00e9', ''], unmarked: [' a '] });
  });

  it('are none, or as many as are allowed, each as long as it may be', async () => {
    for (const things of [[], ['a'], ['abcde', '汉字汉字汉', '😀😀😀😀😀']]) expect(await problems(things)).toEqual([]);
  });

  it.each([[['a', 'b', 'c', 'd']], [['abcdef']], [['a', '']], [['\u200b']], ['a']])(
    'are refused: %j',
    async (things) => {
      expect(await problems(things)).toEqual([
        { path: 'things', message: 'must be at most 3 texts of 1 to 5 characters, and not only blanks' },
      ]);
    },
  );
});
