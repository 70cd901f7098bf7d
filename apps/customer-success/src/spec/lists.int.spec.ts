import { uuidv7 } from '@fivepoint/kernel';
import { describeLists, type ListCase } from '@fivepoint/testing';
import { ExpansionList } from '../expansion/expansion.list';
import { ReferralList } from '../referral/referral.list';
import { RenewalList } from '../renewal/renewal.list';
import { SuccessPlanList } from '../success-plan/success-plan.list';
import { customerSuccess } from '../service';

const [account, owner] = [uuidv7(), uuidv7()];

const lists: ListCase[] = [
  {
    list: 'expansions',
    table: 'expansion',
    row: (pick) => ({
      status: pick('IDENTIFIED', 'WON', 'LOST'),
      due_on: pick('2026-06-30', '2026-09-30', '2027-03-31'),
      account_id: pick(account, uuidv7()),
      owner_id: pick(owner, uuidv7()),
      team: pick('north', 'south'),
      amount_minor: pick(100, 900, 5_000),
      amount_currency: pick('CNY', 'USD'),
    }),
    filters: {
      statuses: [['WON', 'LOST'], ({ status }) => status !== 'IDENTIFIED'],
      dueFrom: ['2026-09-30', ({ due_on }) => due_on !== '2026-06-30'],
      dueTo: ['2026-09-30', ({ due_on }) => due_on !== '2027-03-31'],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: { AMOUNT: ['amount_currency', 'amount_minor'], DUE_ON: ['due_on'] },
  },
  {
    list: 'renewals',
    table: 'renewal',
    row: (pick) => {
      const status = pick('PLANNED', 'IDENTIFIED', 'WON', 'LOST');
      const amount = status === 'PLANNED' ? null : pick(100, 900, 5_000);
      return {
        status,
        need: amount && 'more',
        fit: amount && 80,
        due_on: pick('2026-06-30', '2026-09-30', '2027-03-31'),
        account_id: pick(account, uuidv7()),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        amount_minor: amount,
        amount_currency: amount && pick('CNY', 'USD'),
      };
    },
    filters: {
      statuses: [['WON', 'LOST'], ({ status }) => status === 'WON' || status === 'LOST'],
      dueFrom: ['2026-09-30', ({ due_on }) => due_on !== '2026-06-30'],
      dueTo: ['2026-09-30', ({ due_on }) => due_on !== '2027-03-31'],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: { AMOUNT: ['amount_currency', 'amount_minor'], DUE_ON: ['due_on'] },
  },
  {
    list: 'referrals',
    table: 'referral',
    row: (pick) => ({
      referred_name: pick('Metro Changsha', 'metro xi’an', 'Bank of Shaanxi'),
      account_id: pick(account, uuidv7()),
      owner_id: pick(owner, uuidv7()),
      team: pick('north', 'south'),
    }),
    filters: {
      referredNameContains: ['METRO', ({ referred_name }) => referred_name !== 'Bank of Shaanxi'],
      referrerId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: {},
  },
  {
    list: 'successPlans',
    table: 'success_plan',
    row: (pick) => ({
      status: pick('ACTIVE', 'RECORDED'),
      account_id: pick(account, uuidv7()),
      owner_id: pick(owner, uuidv7()),
      team: pick('north', 'south'),
      contracted_minor: pick(100, 900, 5_000),
      contracted_currency: pick('CNY', 'USD'),
      signed_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
      settled_on: pick(null, '2026-05-01'),
    }),
    filters: {
      statuses: [['ACTIVE'], ({ status }) => status === 'ACTIVE'],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      signedFrom: ['2026-02-01', ({ signed_on }) => signed_on !== '2026-01-01'],
      signedTo: ['2026-02-01', ({ signed_on }) => signed_on !== '2026-03-01'],
      settled: [true, ({ settled_on }) => settled_on !== null],
    },
    orders: { CONTRACTED: ['contracted_currency', 'contracted_minor'], SIGNED_ON: ['signed_on'] },
  },
];

describeLists(customerSuccess, lists, [ExpansionList, ReferralList, RenewalList, SuccessPlanList]);
