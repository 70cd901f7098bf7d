import { uuidv7 } from '@fivepoint/kernel';
import { describeLists, type ListCase } from '@fivepoint/testing';
import { DisputeList } from '../dispute/dispute.list';
import { InstalmentList } from '../instalment/instalment.list';
import { ReceiptList } from '../receipt/receipt.list';
import { receivables } from '../service';

const [account, contract, disputed, owner] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];

/** For what is unique. */
let place = 1;

const lists: ListCase[] = [
  {
    list: 'disputes',
    table: 'dispute',
    row: (pick) => {
      const status = pick('OPEN', 'RESOLVED');
      return {
        status,
        resolved_on: status === 'OPEN' ? null : '2026-05-01',
        resolution: status === 'OPEN' ? null : 'paid after all',
        reason: pick('QUALITY', 'DELAY', 'PRICE'),
        account_id: pick(account, uuidv7()),
        contract_id: pick(disputed, uuidv7(), uuidv7()),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        opened_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
      };
    },
    filters: {
      statuses: [['OPEN'], ({ status }) => status === 'OPEN'],
      reasons: [['QUALITY', 'PRICE'], ({ reason }) => reason !== 'DELAY'],
      accountId: [account, ({ account_id }) => account_id === account],
      contractId: [disputed, ({ contract_id }) => contract_id === disputed],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: { OPENED_ON: ['opened_on'] },
  },
  {
    // The disputes of one contract hold its instalments back.
    list: 'instalments',
    table: 'instalment',
    row: (pick) => {
      const status = pick('SCHEDULED', 'DUE', 'CLAIMED', 'COLLECTED');
      const days =
        status === 'SCHEDULED'
          ? [null, null]
          : pick(
              ['2026-01-01', '2026-02-01'],
              ['2026-01-15', '2026-04-01'],
              ['2026-04-01', '2026-04-01'],
              ['2026-04-02', '2026-02-01'],
            );
      return {
        status,
        collected_on: status === 'COLLECTED' ? '2026-05-01' : null,
        triggered_on: days[0],
        due_on: days[1],
        trigger: 'SIGNING',
        number: place++,
        account_id: pick(account, uuidv7()),
        contract_id: pick(contract, disputed, uuidv7()),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        amount_minor: pick(100, 900, 5_000),
        amount_currency: pick('CNY', 'USD'),
      };
    },
    filters: {
      statuses: [['DUE', 'CLAIMED'], ({ status }) => status === 'DUE' || status === 'CLAIMED'],
      open: [true, ({ status }) => status !== 'COLLECTED'],
      // Nothing is allocated to any of them; what is, counts by its own day: instalment.int.spec.ts.
      overdueAsOf: [
        '2026-04-01',
        ({ triggered_on, due_on }) => due_on === '2026-02-01' && triggered_on === '2026-01-01',
      ],
      disputed: [true, ({ status, contract_id }) => status !== 'COLLECTED' && contract_id === disputed],
      accountId: [account, ({ account_id }) => account_id === account],
      contractId: [contract, ({ contract_id }) => contract_id === contract],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      dueFrom: ['2026-04-01', ({ due_on }) => due_on === '2026-04-01'],
      dueTo: ['2026-04-01', ({ due_on }) => due_on !== null],
    },
    orders: { AMOUNT: ['amount_currency', 'amount_minor'], DUE_ON: ['due_on'] },
  },
  {
    list: 'receipts',
    table: 'receipt',
    row: (pick) => {
      const status = pick('SUSPENSE', 'UNAPPLIED', 'APPLIED');
      return {
        status,
        account_id: status === 'SUSPENSE' ? null : pick(account, uuidv7()),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        own_account: pick('43001', '43002', '43003'),
        bank_serial: `2026${place++}`,
        amount_minor: pick(100, 900, 5_000),
        amount_currency: pick('CNY', 'USD'),
        received_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
      };
    },
    filters: {
      statuses: [['SUSPENSE', 'APPLIED'], ({ status }) => status !== 'UNAPPLIED'],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      receivedFrom: ['2026-02-01', ({ received_on }) => received_on !== '2026-01-01'],
      receivedTo: ['2026-02-01', ({ received_on }) => received_on !== '2026-03-01'],
      ownAccount: ['4300 2', ({ own_account }) => own_account === '43002'],
      bankSerial: ['2026 60', ({ bank_serial }) => bank_serial === '202660'],
    },
    orders: { AMOUNT: ['amount_currency', 'amount_minor'], RECEIVED_ON: ['received_on'] },
  },
];

describeLists(receivables, lists, [DisputeList, InstalmentList, ReceiptList]);
