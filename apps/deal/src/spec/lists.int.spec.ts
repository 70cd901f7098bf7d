import { uuidv7 } from '@fivepoint/kernel';
import { describeLists, type ListCase } from '@fivepoint/testing';
import { ContractList } from '../contract/contract.list';
import { DealList } from '../deal/deal.list';
import { deal } from '../service';

const [account, owner] = [uuidv7(), uuidv7()];

const lists: ListCase[] = [
  {
    list: 'deals',
    table: 'deal',
    row: (pick) => {
      const amount = pick(null, 100, 900, 5_000);
      return {
        stage: pick('VERIFY', 'BID', 'SIGNED', 'LOST'),
        kind: pick('NEW', 'RENEWAL', 'EXPANSION'),
        account_id: pick(account, uuidv7(), null),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        amount_minor: amount,
        amount_currency: amount && pick('CNY', 'USD'),
        expected_close_on: pick(null, '2026-06-30', '2026-09-30', '2027-03-31'),
        opened_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
      };
    },
    filters: {
      stages: [['BID', 'LOST'], ({ stage }) => stage === 'BID' || stage === 'LOST'],
      kinds: [['RENEWAL', 'EXPANSION'], ({ kind }) => kind !== 'NEW'],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      expectedCloseFrom: ['2026-09-30', ({ expected_close_on: on }) => on === '2026-09-30' || on === '2027-03-31'],
      expectedCloseTo: ['2026-09-30', ({ expected_close_on: on }) => on === '2026-06-30' || on === '2026-09-30'],
      hasAccount: [true, ({ account_id }) => account_id !== null],
    },
    orders: {
      AMOUNT: ['amount_currency', 'amount_minor'],
      EXPECTED_CLOSE_ON: ['expected_close_on'],
      OPENED_ON: ['opened_on'],
    },
  },
  {
    list: 'contracts',
    table: 'contract',
    row: (pick) => ({
      kind: pick('NEW', 'RENEWAL', 'EXPANSION'),
      number: pick(null, `HT-2026-${uuidv7()}`, `ht-2025-${uuidv7()}`),
      account_id: pick(account, uuidv7()),
      owner_id: pick(owner, uuidv7()),
      team: pick('north', 'south'),
      amount_minor: pick(100, 900, 5_000),
      amount_currency: pick('CNY', 'USD'),
      signed_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
    }),
    filters: {
      kinds: [['RENEWAL', 'EXPANSION'], ({ kind }) => kind !== 'NEW'],
      numberContains: ['T-2025', ({ number }) => String(number).startsWith('ht-2025')],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      signedFrom: ['2026-02-01', ({ signed_on }) => signed_on !== '2026-01-01'],
      signedTo: ['2026-02-01', ({ signed_on }) => signed_on !== '2026-03-01'],
    },
    orders: { AMOUNT: ['amount_currency', 'amount_minor'], SIGNED_ON: ['signed_on'] },
  },
];

describeLists(deal, lists, [ContractList, DealList]);
