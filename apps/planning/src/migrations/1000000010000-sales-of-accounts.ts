import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose contracts and payments were: what came before is filled in from the events, as far as they are still kept. */
export class SalesOfAccounts1000000010000 implements MigrationInterface {
  name = 'SalesOfAccounts1000000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table booked_contract
        add column account_id uuid,
        add column product_id uuid,
        add column owner_id uuid,
        add column team text,
        add column kind text check (kind in ('NEW', 'RENEWAL', 'EXPANSION'));
      alter table collected_payment add column account_id uuid;

      update booked_contract b set
        account_id = (i.envelope->'data'->>'accountId')::uuid,
        product_id = (i.envelope->'data'->>'productId')::uuid,
        owner_id = (i.envelope->'data'->>'ownerId')::uuid,
        team = i.envelope->'data'->>'team',
        kind = i.envelope->'data'->>'kind'
      from inbox i
      where i.tenant_id = b.tenant_id and i.consumer = 'planning' and i.state = 'DONE'
        and i.type = 'fivepoint.deal.contract-signed.v1' and i.envelope->'data'->>'contractId' = b.id::text;
      update collected_payment p set account_id = (i.envelope->'data'->>'accountId')::uuid
      from inbox i
      where i.tenant_id = p.tenant_id and i.consumer = 'planning' and i.event_id = p.id;

      -- The inbox is pruned; the timeline is not, and knows all but the product.
      update booked_contract b set
        account_id = t.account_id,
        owner_id = t.owner_id,
        team = t.team,
        kind = (select d->>'value' from jsonb_array_elements(t.details) d where d->>'name' = 'kind')
      from timeline_entry t
      where b.team is null and t.tenant_id = b.tenant_id and t.type = 'fivepoint.deal.contract-signed.v1' and t.about = b.id;
      update collected_payment p set account_id = t.account_id
      from timeline_entry t
      where p.account_id is null and t.tenant_id = p.tenant_id and t.id = p.id;

      create index booked_contract_account on booked_contract (tenant_id, account_id, signed_on);
      create index collected_payment_account on collected_payment (tenant_id, account_id, received_on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table collected_payment drop column account_id;
      alter table booked_contract drop column account_id, drop column product_id, drop column owner_id, drop column team,
        drop column kind;`);
  }
}
