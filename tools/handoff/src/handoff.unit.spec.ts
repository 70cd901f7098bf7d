import { resolve } from 'node:path';
import { newFiles } from './files';
import { handoffOf } from './handoff';
import { registered } from './register';

const workspace = resolve(__dirname, '../../..');
const wish = { from: 'deal', to: 'receivables', event: 'contract-renegotiated' };

describe('a handoff', () => {
  it('is named from three words', () => {
    expect(handoffOf({ ...wish, term: '合同重谈' }, workspace)).toEqual({
      from: 'deal',
      to: 'receivables',
      event: 'contract-renegotiated',
      type: 'fivepoint.deal.contract-renegotiated.v1',
      name: 'ContractRenegotiated',
      words: 'contract renegotiated',
      thing: 'contract',
      idField: 'contractId',
      term: '合同重谈',
    });
    expect(handoffOf({ ...wish, event: 'payment-plan-lost' }, workspace)).toMatchObject({
      thing: 'payment-plan',
      idField: 'paymentPlanId',
    });
  });

  it.each([
    [
      'no owner',
      { from: undefined },
      '--from: there is no service ""; choose one of planning, acquisition, deal, receivables, customer-success',
    ],
    ['an unknown reader', { to: 'billing' }, '--to: there is no service "billing"'],
    ['one service only', { to: 'deal' }, '--from and --to are both deal'],
    ['a command as its name', { event: 'renegotiate-contract' }, 'is no fact: name the thing and what became of it'],
    ['a word as its name', { event: 'renegotiated' }, 'is no fact'],
    ['no name', { event: undefined }, '--event "" is no fact'],
    ['a class as its name', { event: 'ContractRenegotiated' }, 'is no fact'],
    ['a version in its name', { event: 'contract-renegotiated.v2' }, 'is no fact'],
    [
      'an event that there is',
      { event: 'contract-signed' },
      'there is libs/contracts/events/deal/contract-signed.v1.schema.json already',
    ],
    [
      'a consumer that there is',
      { from: 'planning', event: 'contract-signed' },
      'there is apps/receivables/src/handoffs/contract-signed.ts already',
    ],
    ['an English term', { term: 'renegotiation' }, '--term "renegotiation" is no Chinese term'],
  ])('is refused with %s', (_, over, message) => {
    const wished = () => handoffOf({ ...wish, ...over }, workspace);
    expect(wished).toThrow(RangeError);
    expect(wished).toThrow(message);
  });

  it('carries the account only once where it is about the account', () => {
    const files = newFiles(handoffOf({ ...wish, event: 'account-merged' }, workspace));
    const schema = JSON.parse(files.get('libs/contracts/events/deal/account-merged.v1.schema.json') ?? '') as Record<
      string,
      object
    >;
    expect(Object.keys(schema['properties'] ?? {})).toEqual(['accountId']);
  });
});

describe('registering a consumer', () => {
  const handoff = { to: 'deal', event: 'lead-merged', name: 'LeadMerged' } as const;
  const service = `import { Deal } from './deal/deal';
import { onDealLost } from './handoffs/deal-lost';
import { Plan } from './plan/plan';

export const deal = defineService({
  consumers: [{ name: 'deal.timeline', handlers: [onDealLost] }, { name: 'deal', handlers: [...masterDataHandlers, onDealLost] }],
});
`;

  it('adds it to the own consumer of the service, and its import in order', () => {
    expect(registered(service, handoff)).toBe(`import { Deal } from './deal/deal';
import { onDealLost } from './handoffs/deal-lost';
import { onLeadMerged } from './handoffs/lead-merged';
import { Plan } from './plan/plan';

export const deal = defineService({
  consumers: [{ name: 'deal.timeline', handlers: [onDealLost] }, { name: 'deal', handlers: [...masterDataHandlers, onDealLost, onLeadMerged] }],
});
`);
  });

  it('puts the import last where no other follows', () => {
    const text = registered(service.replace("import { Plan } from './plan/plan';\n", ''), handoff);
    expect(text).toContain(`'./handoffs/deal-lost';\nimport { onLeadMerged } from './handoffs/lead-merged';\n\nexport`);
  });

  it('says what it does not find', () => {
    expect(() => registered(service, { ...handoff, to: 'planning' })).toThrow('planning: found no consumer');
    expect(() => registered(service.replace('...masterDataHandlers, onDealLost', ''), handoff)).toThrow(
      'deal: the consumer has no handlers',
    );
  });
});
