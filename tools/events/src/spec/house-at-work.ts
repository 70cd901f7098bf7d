import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { loadDemo } from '../../../demo/src/load-demo';
import { type House, startHouse } from '../../../dev/src/house';
import { silent } from '../../../dev/src/progress';
import { GraphUser } from '../../../lifecycle/src/graph-user';
import { type ThrowAwayFolder, throwAwayFolder } from '../../../local/src/throw-away-folder';
import { connected, databaseOf } from '../../../postgres/src/index';
import { runEvents } from '../run';
import { withFault } from './fault';

export const registered = 'fivepoint.planning.account-registered.v1';

/** A house at work for the specs of one file, with the demo tenant in it and all its events handled, and what they ask and do there. */
export function houseAtWork() {
  let house: House;
  let folder: ThrowAwayFolder;
  beforeAll(async () => {
    folder = throwAwayFolder('events');
    await start();
    await loadDemo(house);
    await allHandled();
  });
  afterAll(async () => {
    await house.stop();
    await folder.remove();
  });

  const start = async () => {
    house = await startHouse({
      dataDir: folder.dataDir,
      port: 0,
      logLevel: 'silent',
      step: silent,
      say: () => undefined,
    });
  };

  /** What the command prints in this process, with its exit code as the last line. */
  const events = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runEvents(args, { FIVEPOINT_DATA: folder.dataDir }, (line) => lines.push(line));
    return [...lines, `exit ${code}`].join('\n');
  };
  const look = <R extends object>(service: ServiceName, sql: string, values: unknown[] = []) =>
    connected(
      house.cluster.superuserUrl(databaseOf(service)),
      async (client) => (await client.query<R>(sql, values)).rows,
    );
  const allHandled = () =>
    eventually(
      async () => {
        for (const service of serviceNames) {
          expect(await look(service, `select from outbox where position is null`)).toEqual([]);
          expect(await look(service, `select from inbox_stream where state <> 'IDLE'`)).toEqual([]);
        }
      },
      { timeoutMs: 60_000, everyMs: 200 },
    );
  const lin = () => new GraphUser(house.url, () => house.issuer.token('lin'));
  /** Registers an account whose first event is hit by a fault at a consumer, then gives it another name. */
  const accountHitBy = async (fault: 'lose' | 'park', consumer: ServiceName) => {
    const names = [uuidv7(), uuidv7()];
    let id = '';
    await withFault(
      house.cluster.superuserUrl(databaseOf(consumer)),
      { consumer, type: registered, fault },
      async () => {
        const { registerAccount } = await lin().ask<{ registerAccount: { id: string } }>(
          'mutation ($input: RegisterAccountInput!) { registerAccount(input: $input) { ... on Account { id } } }',
          { input: { name: names[0] } },
        );
        id = registerAccount.id;
        await eventually(async () => {
          const [stream] = await look<{ state: string }>(consumer, 'select state from inbox_stream where key = $1', [
            id,
          ]);
          expect(stream?.state).toBe(fault === 'lose' ? 'MISSING' : 'PARKED');
        });
      },
    );
    await lin().ask('mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { __typename } }', {
      input: { accountId: id, name: names[1] },
    });
    await eventually(async () =>
      expect(await look(consumer, 'select received from inbox_stream where key = $1', [id])).toEqual([
        { received: '2' },
      ]),
    );
    return { id, name: names[1] };
  };
  const knownTo = async (service: ServiceName, id: string) => {
    const [row] = await look<{ name: string }>(service, `select name from master_data where id = $1`, [id]);
    return row?.name;
  };
  return {
    events,
    look,
    allHandled,
    lin,
    accountHitBy,
    knownTo,
    start,
    stop: () => house.stop(),
    dataDir: () => folder.dataDir,
  };
}
