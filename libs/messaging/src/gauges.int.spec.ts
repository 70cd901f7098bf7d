import { uuidv7 } from '@fivepoint/kernel';
import { Pool } from 'pg';
import { readGauges } from './gauges';
import { type Sql, sqlOf } from './sql';
import { type SpecService, specService } from './spec/house';

describe('the gauges', () => {
  let receivables: SpecService;
  let pool: Pool;
  beforeAll(async () => {
    receivables = await specService('receivables');
    pool = new Pool({ connectionString: receivables.database.relayUrl, max: 1 });
  });
  afterAll(async () => {
    await pool.end();
    await receivables.stop();
  });

  it('count what was set aside without reading it: a scrape weighs the same however much there is', async () => {
    await receivables.look(
      `insert into inbox_rejected (consumer, topic, source_position, headers, bytes, reason)
       select c, 'fivepoint.deal', $1 || n, '{}', decode(repeat('00', 1000), 'hex'), 'no event'
       from unnest(array['receivables', 'receivables.timeline']) c, generate_series(1, 500) n`,
      [uuidv7()],
    );
    let read = 0;
    const sql = sqlOf(pool);
    const counted: Sql = async <R>(...statement: Parameters<Sql>) => {
      const rows = await sql<R>(...statement);
      read += rows.length;
      return rows;
    };
    const gauges = await readGauges(counted, 'kafka', new Map());
    expect(gauges.filter(({ name }) => name === 'fivepoint_inbox_rejected_messages')).toEqual([
      expect.objectContaining({ labels: { consumer: 'receivables' }, value: 500 }),
      expect.objectContaining({ labels: { consumer: 'receivables.timeline' }, value: 500 }),
    ]);
    expect(read).toBeLessThan(10);
  });
});
