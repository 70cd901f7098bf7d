import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { capabilityProblems, capabilityRows, factsOf, fieldsOf } from './capabilities';

const root = resolve(__dirname, '../../..');
const head = '| id | operation or event | spec | what |\n| --- | --- | --- | --- |\n';

describe('docs/capabilities.md', () => {
  const rows = capabilityRows(readFileSync(join(root, 'docs/capabilities.md'), 'utf8'));

  it('names what is there, and a spec that speaks of it', () => {
    expect(capabilityProblems(rows, factsOf(root))).toEqual([]);
  });

  it('has something of each of the five points', () => {
    const letters = new Set(rows.flatMap(({ ids }) => ids.map((id) => id.charAt(0))));
    expect([...'PADRS'].filter((letter) => !letters.has(letter))).toEqual([]);
  });
});

describe('a row', () => {
  const facts = {
    fields: fieldsOf(
      'type Query { deal: Deal } type Mutation { signContract: Deal } type Deal { stage: String } input In { a: Int }',
    ),
    events: new Set(['contract-signed', 'contract-signed.amount']),
    spec: (path: string) =>
      path === 'apps/deal/deal.spec.ts' ? 'signContract deal stage contract-signed amount' : null,
  };
  const problems = (row: string) => capabilityProblems(capabilityRows(head + row), facts);

  it.each([
    '| D16 | `signContract` → `contract-signed` | apps/deal/deal.spec.ts | |',
    '| X09, N6 | `deal`, `Deal.stage`, `contract-signed.amount` | apps/deal/deal.spec.ts | |',
    '| – | `signContract` (by hand) | apps/deal/deal.spec.ts | |',
    '|  D16  |  `signContract`  |  apps/deal/deal.spec.ts  |  |',
  ])('is right: %s', (row) => {
    expect(problems(row)).toEqual([]);
    expect(capabilityRows(head + row)).toHaveLength(1);
  });

  it.each([
    ['| D23 | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability D23'],
    ['| P00 | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability P00'],
    ['| Q01 | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability Q01'],
    ['| N06 | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability N06'],
    ['| D1 | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability D1'],
    ['| D16, | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability '],
    ['|  | `deal` | apps/deal/deal.spec.ts | |', 'there is no capability '],
    ['| D16 | signContract | apps/deal/deal.spec.ts | |', 'names no operation or event, in backticks'],
    [
      '| D16 | `signDeal` | apps/deal/deal.spec.ts | |',
      'signDeal is no root field, no Type.field of the graph and no event',
    ],
    [
      '| D16 | `Deal.amount` | apps/deal/deal.spec.ts | |',
      'Deal.amount is no root field, no Type.field of the graph and no event',
    ],
    ['| D16 | `In.a` | apps/deal/deal.spec.ts | |', 'In.a is no root field, no Type.field of the graph and no event'],
    [
      '| D16 | `contract-sold` | apps/deal/deal.spec.ts | |',
      'contract-sold is no root field, no Type.field of the graph and no event',
    ],
    ['| D16 | `deal` | | |', 'names no spec'],
    ['| D16 | `deal` | apps/deal/other.spec.ts | |', 'there is no spec apps/deal/other.spec.ts'],
    ['| D16 | `deal` | apps/deal/deal.spec.ts, deal.spec.ts | |', 'there is no spec deal.spec.ts'],
  ])('is wrong: %s', (row, problem) => {
    // Every row is checked for itself, so a row of another kind of problem does not hide it.
    expect(problems(row).filter((one) => !one.includes('speaks of'))).toEqual([`line 3: ${problem}`]);
  });

  it('must be proven by a spec that speaks of it', () => {
    const silent = { ...facts, spec: () => 'nothing of the kind' };
    const rows = capabilityRows(`${head}| D16 | \`signContract\` → \`contract-signed\` | apps/deal/deal.spec.ts | |`);
    expect(capabilityProblems(rows, silent)).toEqual([
      'line 3: none of its specs speaks of signContract',
      'line 3: none of its specs speaks of contract-signed',
    ]);
  });

  it('of another table is none', () => {
    expect(capabilityRows('text\n\n- a | b | c\n')).toEqual([]);
  });
});
