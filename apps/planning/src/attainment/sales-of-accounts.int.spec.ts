import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { DataSource } from 'typeorm';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';

describe('the sales of accounts', () => {
  it('are filled in from the events of contracts and payments that were counted before', async () => {
    const database = await databaseBefore('SalesOfAccounts');
    const dataSource = new DataSource({ type: 'postgres', url: database.superuserUrl });
    await dataSource.initialize();
    const [tenant, account, product, owner, contract, pruned, payment, unknown] = Array.from({ length: 8 }, () =>
      uuidv7(),
    );
    const book = (id?: string) =>
      dataSource.query(
        `insert into booked_contract (tenant_id, id, amount_minor, amount_currency, signed_on) values ($1, $2, 7, 'CNY', '2026-01-10')`,
        [tenant, id],
      );
    const received = (id: string | undefined, type: string, data: object) =>
      dataSource.query(
        `insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope)
         values ($1, 'planning', $2, $3, $4, $5, $3, 'DONE', $6)`,
        [tenant, id, type, account, type.length, { data }],
      );
    await book(contract);
    await book(pruned);
    await book(unknown);
    await dataSource.query(
      `insert into timeline_entry (tenant_id, id, account_id, occurred_at, type, service, correlation_id, subject_id, about, owner_id, team, origin, details)
       values ($1, $2, $3, now(), 'fivepoint.deal.contract-signed.v1', 'deal', $2, $4, $4, $5, 'south', 'LIVE', $6)`,
      [tenant, uuidv7(), account, pruned, owner, JSON.stringify([{ name: 'kind', value: 'RENEWAL' }])],
    );
    await dataSource.query(
      `insert into collected_payment (tenant_id, id, contract_id, amount_minor, amount_currency, received_on)
       values ($1, $2, $3, 7, 'CNY', '2026-01-10')`,
      [tenant, payment, contract],
    );
    const told = {
      contractId: contract,
      accountId: account,
      productId: product,
      ownerId: owner,
      team: 'north',
      kind: 'NEW',
    };
    await received(uuidv7(), 'fivepoint.deal.contract-signed.v1', told);
    await received(payment, 'fivepoint.receivables.payment-received.v1', { contractId: contract, accountId: account });

    await migrate(planning, database.ownerUrl);
    const contracts: unknown = await dataSource.query(
      'select id, account_id, product_id, owner_id, team, kind from booked_contract order by id',
    );
    expect(contracts).toEqual([
      { id: contract, account_id: account, product_id: product, owner_id: owner, team: 'north', kind: 'NEW' },
      { id: pruned, account_id: account, product_id: null, owner_id: owner, team: 'south', kind: 'RENEWAL' },
      { id: unknown, account_id: null, product_id: null, owner_id: null, team: null, kind: null },
    ]);
    const payments: unknown = await dataSource.query('select account_id from collected_payment');
    expect(payments).toEqual([{ account_id: account }]);
    await dataSource.destroy();
    await database.drop();
  });
});
