import { join } from 'node:path';
import { parse, print } from 'graphql';
import { serviceNames } from '@fivepoint/contracts';
import { eventually, graphClient } from '@fivepoint/testing';
import { LocalIssuer } from '../../issuer/src/issuer';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { startAlone, welcomes } from './start-alone';

describe.each(serviceNames)('npm start -- --only %s', (name) => {
  const folder = throwAwayFolder('alone');
  const { dataDir } = folder;
  let alone: Awaited<ReturnType<typeof startAlone>>;

  const start = () =>
    startAlone(name, { dataDir, port: 0, logLevel: 'error', step: (_, work) => work(), say: () => undefined });
  async function ask<T>(query: string, user = 'admin'): Promise<T> {
    const issuer = await LocalIssuer.open(join(dataDir, `only-${name}`, 'issuer.json'), false);
    return graphClient(alone.url, await issuer.token(user)).query<T>(query);
  }
  const lists = (data: object): number[] => Object.values(data).map(({ nodes }: { nodes: unknown[] }) => nodes.length);

  beforeAll(async () => {
    alone = await start();
  });
  afterAll(async () => {
    await alone.stop();
    await folder.remove();
  });

  it('shows what the service held in the recorded house, and every event of its neighbours is settled', async () => {
    const data = await ask<object>(welcomes[name]);
    expect(lists(data).every((length) => length > 0)).toBe(true);
    const prefix = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    await eventually(async () => {
      const lag = await ask<Record<string, Record<string, number>[]>>(
        `{ lag: ${prefix}ConsumerLag { pending waiting parked missing } }`,
      );
      expect(lag['lag']?.flatMap((one) => Object.values(one)).filter((count) => count > 0)).toEqual([]);
    });
  });

  it('has an explorer that says whose graph it is, and opens with a query of it', async () => {
    const page = await (await fetch(alone.url, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain(`data-alone="${name}"`);
    const welcome = await (await fetch(new URL('/explorer/welcome.graphql', alone.url))).text();
    expect(welcome).toBe(print(parse(welcomes[name])));
  });

  it('keeps what was done in it when it is started again', async () => {
    const before = await ask<object>(welcomes[name]);
    await alone.stop();
    alone = await start();
    expect(await ask<object>(welcomes[name])).toEqual(before);
  });
});
