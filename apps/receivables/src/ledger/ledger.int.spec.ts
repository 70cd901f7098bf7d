import { uuidv7 } from '@fivepoint/kernel';
import { appDataSource, inTenant, migrate } from '@fivepoint/service';
import { testDatabase, type TestDatabase } from '@fivepoint/testing';
import type { DataSource } from 'typeorm';
import { receivables } from '../service';

describe('the database of receivables', () => {
  let database: TestDatabase;
  let app: DataSource;
  const tenantId = uuidv7();

  beforeAll(async () => {
    database = await testDatabase('receivables', { migrate: async (url) => void (await migrate(receivables, url)) });
    app = await appDataSource(database.appUrl, receivables.entities).initialize();
  });
  afterAll(async () => {
    await app.destroy();
    await database.drop();
  });

  const run = (sql: string, parameters: unknown[] = []) =>
    inTenant(app, tenantId, (manager) => manager.query(sql, parameters) as Promise<unknown[]>);
  const receiptOf = (tenant: string, id: string) =>
    run(
      `insert into receipt (tenant_id, id, version, created_at, correlation_id, origin, own_account, bank_serial, amount_minor, amount_currency, received_on, status)
       values ($1, $2, 1, now(), $2, 'LIVE', '1', $3, 100, 'CNY', '2026-11-20', 'SUSPENSE')`,
      [tenant, id, id],
    );
  const entryOf = (receiptId: string, kind: string) =>
    run(
      `insert into ledger_entry (tenant_id, id, kind, receipt_id, account_id, amount_minor, amount_currency, effective_on, recorded_at)
       values ($1, $2, $3, $4, $5, 100, 'CNY', '2026-11-20', now())`,
      [tenantId, uuidv7(), kind, receiptId, kind === 'RECEIPT' ? null : uuidv7()],
    );

  it('lets the service add to the ledger and never edit it', async () => {
    const receiptId = uuidv7();
    await receiptOf(tenantId, receiptId);
    await entryOf(receiptId, 'RECEIPT');
    for (const statement of [
      'update ledger_entry set amount_minor = 1',
      'delete from ledger_entry',
      'truncate ledger_entry',
    ])
      await expect(run(statement)).rejects.toThrow('permission denied for table ledger_entry');
    const kept = await run('select amount_minor from ledger_entry where receipt_id = $1', [receiptId]);
    expect(kept).toEqual([{ amount_minor: '100' }]);
  });

  it('counts no receipt twice, whatever the service does', async () => {
    const receiptId = uuidv7();
    await receiptOf(tenantId, receiptId);
    await entryOf(receiptId, 'RECEIPT');
    await entryOf(receiptId, 'IDENTIFICATION');
    for (const kind of ['RECEIPT', 'IDENTIFICATION'])
      await expect(entryOf(receiptId, kind)).rejects.toThrow('ledger_entry_receipt_once');
  });

  it("keeps to one tenant's rows", async () => {
    const other = uuidv7();
    await expect(receiptOf(other, uuidv7())).rejects.toThrow('row-level security');
    const elsewhere = await inTenant(app, other, (manager) => manager.query('select from ledger_entry'));
    expect(elsewhere).toEqual([]);
  });
});
