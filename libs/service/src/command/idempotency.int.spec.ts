import { connected, type ServiceUnderTest } from '@fivepoint/testing';
import { notesUnderTest } from '../spec/notes';

describe('old idempotency keys', () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await notesUnderTest();
  });
  afterAll(() => service.stop());

  const count = (tenantId: string) =>
    connected(service.superuserUrl, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from idempotency_key where tenant_id = $1',
        [tenantId],
      );
      return rows[0]?.count;
    });

  it('are forgotten 500 with a command, until none is left, and none of another tenant', async () => {
    const another = '0197f2b0-0000-7000-8000-00000000000b';
    await connected(service.superuserUrl, async (client) => {
      for (const [tenantId, keys] of [
        [service.tenantId, 1_200],
        [another, 3],
      ])
        await client.query(
          `insert into idempotency_key select $1, 'somebody', 'writeNote', n, 'hash', 'Note', $1, now() - interval '31 days'
           from generate_series(1, $2) as n`,
          [tenantId, keys],
        );
    });
    const client = await service.as();
    const left: unknown[] = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      await client.query(`mutation { writeNote(input: { title: "${key}", idempotencyKey: "${key}" }) { __typename } }`);
      left.push(await count(service.tenantId));
    }
    expect(left).toEqual([701, 202, 3, 4]);
    expect(await count(another)).toBe(3);
  });
});
