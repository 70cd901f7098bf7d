import { withoutInput } from './quoted-input';

describe('a message of GraphQL’s own', () => {
  it.each([
    [
      'Value "hunter2" does not exist in "DealStage" enum. Did you mean the enum value "BID"?',
      'The enum "DealStage" has no such value. Did you mean the enum value "BID"?',
    ],
    ['Expected value of type "Money!", found "hunter2".', 'Expected value of type "Money!".'],
    ['Expected value of type "Money!", found null.', 'Expected value of type "Money!", found null.'],
    ['Int cannot represent non-integer value: "hunter2"', 'Int cannot represent non-integer value'],
    [
      'Enum "DealStage" cannot represent non-string value: {stage: "hunter2"}.',
      'Enum "DealStage" cannot represent non-string value',
    ],
    ['Syntax Error: Expected Name, found String "hunter2".', 'Syntax Error: Expected Name, found String.'],
    ['Syntax Error: Unexpected BlockString "hunter2\nhunter2".', 'Syntax Error: Unexpected BlockString.'],
  ])('%j is told as %j', (message, told) => {
    expect(withoutInput(message)).toBe(told);
  });

  it('says nothing of a variable’s value: fitting-variables tells what is wrong with it', () => {
    expect(
      withoutInput('Variable "$input" got invalid value "hunter2" at "input.signedOn"; LocalDate must be a real day'),
    ).toBe('Variable "$input" got invalid value.');
  });

  it('cuts names that somebody has made up after 40 characters, and no shorter ones', () => {
    const name = 'x'.repeat(40);
    expect(withoutInput(`Cannot query field "${name}" on type "Query".`)).toBe(
      `Cannot query field "${name}" on type "Query".`,
    );
    expect(withoutInput(`Cannot query field "${name}yz" on type "Query".`)).toBe(
      `Cannot query field "${name}…" on type "Query".`,
    );
  });

  it('stays as it is where it quotes nothing', () => {
    expect(withoutInput('Field "deals" must not have a selection since type "Int" has no subfields.')).toBe(
      'Field "deals" must not have a selection since type "Int" has no subfields.',
    );
  });

  it.each([
    'of ours: Variable "$x" got invalid value 1',
    'of ours: Value "x" does not exist in "Y" enum',
    'of ours: Expected value of type "Y", found 1.',
    'of ours: it cannot represent that: really',
    'of ours: Syntax Error: Unexpected String "x".',
  ])('is known by its beginning; %j stays as it is', (message) => expect(withoutInput(message)).toBe(message));
});
