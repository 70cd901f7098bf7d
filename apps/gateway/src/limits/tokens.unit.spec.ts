import { tokensIn } from './tokens';

describe('the tokens of a query', () => {
  it('are its names and signs; spaces, commas and comments are none', () => {
    expect(tokensIn('')).toBe(0);
    expect(tokensIn('{ deals }')).toBe(3);
    expect(tokensIn('# all of them\n{ deals(first: 5,) { nodes { id } } }')).toBe(14);
  });

  it('are counted up to the place where the text stops being GraphQL', () => {
    expect(tokensIn('{ deals "')).toBe(2);
  });
});
