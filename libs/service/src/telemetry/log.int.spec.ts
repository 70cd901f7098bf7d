import { Writable } from 'node:stream';
import { testDatabase } from '@fivepoint/testing';
import { DataSource, QueryFailedError } from 'typeorm';
import { makeLog } from './log';

describe('the log', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await testDatabase('deal', { template: 'people', migrate });
    dataSource = await new DataSource({ type: 'postgres', url: database.appUrl }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const logged = (err: unknown): string => {
    const lines: string[] = [];
    const sink = new Writable({ write: (line: Buffer, _encoding, done) => done(void lines.push(line.toString())) });
    makeLog('deal', 'info', sink).error({ err }, 'operation failed');
    return lines.join('');
  };

  it.each([
    ['a value that is there already', '李雷', '1', /23505.*person_pkey|person_pkey.*23505/],
    ['a value of another type', '韩梅梅', '李雷', /22P02/],
    ['a row that breaks a rule', '李雷', '-1', /23514.*person_size_check|person_size_check.*23514/],
  ])('says which statement failed for %s, and nobody’s data', async (_, name, size, what) => {
    await dataSource.query('insert into person (name, size) values ($1, 1) on conflict do nothing', ['李雷']);
    const error: unknown = await dataSource
      .query('insert into person (name, size) values ($1, $2)', [name, size])
      .catch((failed: unknown) => failed);
    expect(error).toBeInstanceOf(QueryFailedError);
    const line = logged(error);
    expect(line).toContain('insert into person (name, size) values ($1, $2)');
    expect(line).toMatch(what);
    expect(line).toContain('QueryFailedError');
    expect(line + logged(new Error('reading failed', { cause: error }))).not.toMatch(/李雷|韩梅梅/);
  });

  it('tells of any other error what it is and where it was', () => {
    const line = JSON.parse(logged(new TypeError('cannot read', { cause: new Error('of nothing') }))) as {
      err: { type: string; message: string; stack: string };
    };
    expect(line.err).toEqual({
      type: 'TypeError',
      message: 'cannot read: of nothing',
      stack: expect.stringContaining('log.int.spec'),
    });
  });
});

async function migrate(ownerUrl: string): Promise<void> {
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  await owner.query('create table person (name text primary key, size integer check (size > 0))');
  await owner.destroy();
}
