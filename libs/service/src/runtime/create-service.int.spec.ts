import { Writable } from 'node:stream';
import { createBus, inProcessTransport } from '@fivepoint/messaging';
import { connected, eventually, testDatabase, type TestDatabase, testIssuer } from '@fivepoint/testing';
import { migrate, NotMigrated } from '../database/migrate';
import { notes } from '../spec/notes';
import { makeLog } from '../telemetry/log';
import { createService } from './create-service';

describe('the start of a service', () => {
  let [whole, lacking]: TestDatabase[] = [];

  beforeAll(async () => {
    const upTo = (last: number | undefined) => async (ownerUrl: string) =>
      void (await migrate({ migrations: notes.migrations.slice(0, last) }, ownerUrl));
    whole = await testDatabase('deal', { template: 'notes', migrate: upTo(undefined) });
    lacking = await testDatabase('deal', { template: 'notes-lacking', migrate: upTo(-1) });
  });
  afterAll(() => Promise.all([whole?.drop(), lacking?.drop()]));

  const start = ({ appUrl, relayUrl }: TestDatabase, log = makeLog('deal', 'silent'), definition = notes) => {
    const { issuer, audience, jwks: keys } = testIssuer();
    return createService(
      definition,
      {
        name: 'deal',
        host: '127.0.0.1',
        port: 0,
        production: false,
        logLevel: 'silent',
        databaseUrl: appUrl,
        relayUrl,
        databasePool: 2,
        kafkaBrokers: [],
        identity: { issuer, audience, keys },
        introspection: true,
        otlpEndpoint: null,
        shutdownDelayMs: 0,
      },
      { transport: inProcessTransport(createBus(), { log }), log },
    );
  };
  const nobodyIsConnectedTo = ({ name, superuserUrl }: TestDatabase) =>
    connected(superuserUrl, (client) =>
      eventually(async () => {
        const { rows } = await client.query(
          'select application_name from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
          [name],
        );
        expect(rows).toEqual([]);
      }),
    );

  it('says what its database lacks and what brings it, and leaves no connection behind', async () => {
    const started = start(lacking!);
    await expect(started).rejects.toThrow(NotMigrated);
    await expect(started).rejects.toThrow(
      'the database of deal lacks Notes1000000001000; run the provision program (tools/provision) first',
    );
    await nobodyIsConnectedTo(lacking!);
  });

  it('leaves no connection behind when its messaging cannot start', async () => {
    await expect(start({ ...whole!, relayUrl: whole!.relayUrl.replace(/:[^:@]+@/, ':wrong@') })).rejects.toThrow(
      /password authentication failed/,
    );
    await nobodyIsConnectedTo(whole!);
  });

  it('warns of a database that is newer than the program, and of none that is as old', async () => {
    const logged: string[] = [];
    const sink = new Writable({ write: (line: Buffer, _encoding, done) => done(void logged.push(line.toString())) });
    const log = makeLog('deal', 'warn', sink);
    await (await start(whole!, log)).stop();
    expect(logged).toEqual([]);
    await (await start(whole!, log, { ...notes, migrations: notes.migrations.slice(0, -1) })).stop();
    expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ msg: 'the database is newer than this program', unknown: ['Notes1000000001000'] }),
    ]);
  });
});
