import { explainFailure } from './errors';

const where = { pgdata: '/data/pgdata', port: 5999 };

describe('what PostgreSQL says when it gives up', () => {
  it.each([
    [
      'PORT_TAKEN',
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
      '5999',
    ],
    ['DISK_FULL', 'FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device', '/data/pgdata'],
    ['DISK_FULL', 'initdb: error: could not write to file: Disk quota exceeded', '100 MB'],
    ['FOLDER_CORRUPT', 'PANIC:  could not locate a valid checkpoint record at 0/1500', 'left untouched'],
    ['FOLDER_CORRUPT', 'FATAL:  could not open file "/data/pgdata/global/pg_control": No such file', 'backup'],
    ['FOLDER_CORRUPT', 'postgres: could not find the database system\nExpected to find it in', '/data/pgdata'],
    ['START_FAILED', 'FATAL:  unrecognized configuration parameter "nonsense"', 'unrecognized configuration parameter'],
    ['START_FAILED', 'initdb: could not look up effective user ID 12345: user does not exist', '/etc/passwd'],
    ['START_FAILED', '', 'it said nothing'],
  ])('is %s: %s', (code, output, said) => {
    const failure = explainFailure(output, where);
    expect(failure).toMatchObject({ code });
    expect(failure.message).toContain(said);
  });
});
