import { Pool } from 'pg';
import { lockClass } from '../advisory-locks';
import { type SpecService, specService, tenant } from '../spec/house';
import { sqlOf } from '../sql';
import { deadInstances } from './take-over';

describe('an instance that has something running', () => {
  let receivables: SpecService;
  let pool: Pool;
  beforeEach(async () => {
    receivables = await specService('receivables');
    pool = new Pool({ connectionString: receivables.database.relayUrl, max: 2 });
    await receivables.look(
      `insert into inbox_stream (tenant_id, consumer, topic, key, received, state, claimed_by)
       select $1, consumer, 'fivepoint.deal', claimed_by, 1, 'RUNNING', claimed_by
       from (values ('receivables', 7), ('receivables', 8), ('ageing', 9)) as running (consumer, claimed_by)`,
      [tenant],
    );
  });
  afterEach(async () => {
    await pool.end();
    await receivables.stop();
  });

  /** A pause of ten minutes, so that what passes here decides and not what passes on the machine. */
  const patience = { aliveCheckMs: 600_000, aliveGraceMs: 0 };
  /** @param self who looks */
  const dead = async (self = 8, consumer = 'receivables', tuning = patience) =>
    (await deadInstances(sqlOf(pool), [consumer], self, tuning)).sort();
  const pass = (seconds: number) =>
    receivables.look('update inbox_absence set since = since - make_interval(secs => $1)', [seconds]);
  const showsThatItLives = async <T>(instance: number, meanwhile: () => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1, $2)', [lockClass.instance, instance]);
      return await meanwhile();
    } finally {
      await client.query('select pg_advisory_unlock_all()');
      client.release();
    }
  };

  it('is dead when it is missing in two looks, a pause apart, whoever looks', async () => {
    expect(await dead(1)).toEqual([]);
    expect(await dead(2)).toEqual([]);
    await pass(5 * 60);
    expect(await dead(3)).toEqual([]);
    await pass(5 * 60);
    expect(await dead(4)).toEqual([7, 8]);
  });

  it('is not while it holds its lock, nor by its own look', async () => {
    await dead(1);
    await pass(3_600);
    expect(await showsThatItLives(7, () => dead(8))).toEqual([]);
  });

  it('is not when it was there in between', async () => {
    await dead();
    await pass(3_600);
    await showsThatItLives(7, () => dead());
    expect(await dead()).toEqual([]);
    await pass(3_600);
    expect(await dead()).toEqual([7]);
  });

  it('is looked for by several at once, who do not wait for one another', async () => {
    await dead(1);
    const [one, other] = [await pool.connect(), await pool.connect()];
    try {
      await one.query('begin');
      await deadInstances(sqlOf(one), ['receivables'], 7, patience);
      await other.query(`set lock_timeout = '1s'`);
      expect(await deadInstances(sqlOf(other), ['receivables'], 8, patience)).toEqual([]);
    } finally {
      one.release(true);
      other.release(true);
    }
  });

  it('is looked for by those who could do its work', async () => {
    await dead(1, 'ageing');
    await pass(3_600);
    expect(await dead(1)).toEqual([]);
    expect(await dead(1, 'ageing')).toEqual([9]);
  });

  it('is not just after a start of PostgreSQL', async () => {
    await dead(1);
    await pass(3_600);
    expect(await dead(1, 'receivables', { ...patience, aliveGraceMs: 2 ** 31 - 1 })).toEqual([]);
    expect(await dead(1)).toEqual([]);
  });

  it('is missed although the clock was set back to before the start of PostgreSQL', async () => {
    await receivables.look(`
      create schema set_back;
      grant usage on schema set_back to public;
      create function set_back.clock_timestamp() returns timestamptz language sql
        as $$ select pg_postmaster_start_time() - interval '1 hour' $$`);
    const { relayUrl: connectionString } = receivables.database;
    const sooner = new Pool({ connectionString, max: 1, options: '-c search_path=set_back,pg_catalog,public' });
    const look = () => deadInstances(sqlOf(sooner), ['receivables'], 1, { ...patience, aliveGraceMs: 10_000 });
    await look();
    await receivables.look(`update inbox_absence set since = pg_postmaster_start_time() - interval '2 hours'`);
    expect((await look()).sort()).toEqual([7, 8]);
    await sooner.end();
  });

  it('is missing anew when it was missed by a clock that has been set back', async () => {
    await dead(1);
    await pass(-3_600);
    expect(await dead(1)).toEqual([]);
    expect(await dead(1)).toEqual([]);
    await pass(600);
    expect(await dead(1)).toEqual([7, 8]);
  });
});
