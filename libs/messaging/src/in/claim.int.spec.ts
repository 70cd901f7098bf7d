import { Pool } from 'pg';
import { type SpecService, specService, tenant } from '../spec/house';
import { alwaysByIndex } from '../sql';
import { defaultTuning } from '../tuning';
import { type Claimant, claimRuns } from './claim';

describe('a claim', () => {
  let receivables: SpecService;
  let pool: Pool;
  beforeEach(async () => {
    receivables = await specService('receivables');
    pool = new Pool({ connectionString: receivables.database.relayUrl, max: 1, options: alwaysByIndex });
  });
  afterEach(async () => {
    await pool.end();
    await receivables.stop();
  });

  it('reads the streams that it takes, and not all that are due', async () => {
    await receivables.look(
      `insert into inbox_stream (tenant_id, consumer, topic, key, received, state, due_at)
       select $1::uuid, 'receivables', 'fivepoint.deal', n, 1, 'READY', now() from generate_series(1, 5000) n
       union all
       select $1::uuid, 'receivables', 'fivepoint.deal', n, 1, 'WAITING', now() + interval '1 hour' from generate_series(5001, 9995) n
       union all
       select $1::uuid, 'receivables', 'fivepoint.deal', n, 1, 'READY', now() from generate_series(9996, 9999) n`,
      [tenant],
    );
    await receivables.look(`update inbox_stream set past = true where key::int <= 5000`);
    await receivables.look('analyze inbox_stream');
    const read = async () => {
      await pool.query('select pg_stat_force_next_flush()');
      const [row] = await receivables.look<{ rows: string }>(
        `select seq_tup_read + idx_tup_fetch as rows from pg_stat_user_tables where relname = 'inbox_stream'`,
      );
      return Number(row!.rows);
    };
    const before = await read();
    const claimant: Claimant = { pool, consumers: ['receivables'], instance: 1, tuning: defaultTuning };
    await claimRuns(claimant, 8);
    const rows = (await read()) - before;
    expect(rows).toBeGreaterThanOrEqual(8);
    expect(rows).toBeLessThan(500);
    const taken = await receivables.look(`select from inbox_stream where state = 'MISSING'`);
    expect(taken).toHaveLength(8);
  });
});
