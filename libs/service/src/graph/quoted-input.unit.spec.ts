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
      'Enum "DealStage" cannot represent value: "hunter2". Did you mean the enum value "BID"?',
      'Enum "DealStage" cannot represent value. Did you mean the enum value "BID"?',
    ],
    ['Syntax Error: Expected Name, found String "hunter2".', 'Syntax Error: Expected Name, found String.'],
    ['Syntax Error: Unexpected BlockString "hunter2\nhunter2".', 'Syntax Error: Unexpected BlockString.'],
  ])('%j is told as %j', (message, told) => {
    expect(withoutInput(message)).toBe(told);
  });

  it('names the variable, or the field within it, and why it is not valid', () => {
    expect(
      withoutInput('Variable "$input" got invalid value "hunter2" at "input.signedOn"; LocalDate must be a real day'),
    ).toBe('The value of "input.signedOn" is not valid: LocalDate must be a real day');
    expect(withoutInput('Variable "$input" got invalid value "hun; ter2"; LocalDate must be a real day')).toBe(
      'The value of "input" is not valid: LocalDate must be a real day',
    );
    expect(
      withoutInput('Variable "$first" got invalid value "hunter2"; Int cannot represent non-integer value: "hunter2"'),
    ).toBe('The value of "first" is not valid: Int cannot represent non-integer value');
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
});
