import { uuidv7 } from '@fivepoint/kernel';
import { describeLists, type ListCase } from '@fivepoint/testing';
import { LeadList } from '../lead/lead.list';
import { PursuitList } from '../pursuit/pursuit.list';
import { acquisition } from '../service';

const [account, other, product, owner] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];

const lists: ListCase[] = [
  {
    list: 'leads',
    table: 'lead',
    row: (pick) => {
      const status = pick('CAPTURED', 'CLASSIFIED', 'QUALIFIED', 'DISQUALIFIED');
      const amount = pick(null, 100, 900, 5_000);
      return {
        status,
        source: pick('REFERRAL', 'EVENT', 'OTHER'),
        account_id: pick(account, other, null),
        owner_id: pick(owner, uuidv7(), null),
        team: pick('north', 'south'),
        purchase_pattern: status === 'CAPTURED' ? null : 'PROJECT',
        disqualification_reason: status === 'DISQUALIFIED' ? 'no budget' : null,
        expected_amount_minor: amount,
        expected_amount_currency: amount && pick('CNY', 'USD'),
        expected_close_on: pick(null, '2026-06-30', '2026-09-30', '2027-03-31'),
        captured_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      };
    },
    filters: {
      statuses: [['CLASSIFIED', 'QUALIFIED'], ({ status }) => status === 'CLASSIFIED' || status === 'QUALIFIED'],
      sources: [['EVENT', 'OTHER'], ({ source }) => source !== 'REFERRAL'],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      capturedFrom: ['2026-02-01', ({ captured_on }) => captured_on !== '2026-01-01'],
      capturedTo: ['2026-02-01', ({ captured_on }) => captured_on === '2026-01-01' || captured_on === '2026-02-01'],
      hasAccount: [true, ({ account_id }) => account_id !== null],
      hasOwner: [true, ({ owner_id }) => owner_id !== null],
    },
    orders: {
      EXPECTED_AMOUNT: ['expected_amount_currency', 'expected_amount_minor'],
      EXPECTED_CLOSE_ON: ['expected_close_on'],
      CAPTURED_ON: ['captured_on'],
    },
  },
  {
    list: 'pursuits',
    table: 'pursuit',
    row: (pick) => {
      const status = pick('OPEN', 'QUALIFIED', 'WON', 'WITHDRAWN');
      return {
        status,
        won_on: status === 'WON' ? '2026-05-01' : null,
        account_id: pick(account, other),
        product_id: pick(product, uuidv7(), uuidv7()),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        purchase_pattern: pick('PROJECT', 'RECURRING', null),
        target_minor: pick(100, 900, 5_000),
        target_currency: pick('CNY', 'USD'),
      };
    },
    filters: {
      statuses: [['OPEN', 'WON'], ({ status }) => status === 'OPEN' || status === 'WON'],
      accountId: [account, ({ account_id }) => account_id === account],
      productId: [product, ({ product_id }) => product_id === product],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      classified: [true, ({ purchase_pattern }) => purchase_pattern !== null],
    },
    orders: { TARGET: ['target_currency', 'target_minor'] },
  },
];

describeLists(acquisition, lists, [LeadList, PursuitList]);
