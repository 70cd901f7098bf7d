import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { type House, startHouse } from '../../../dev/src/house';
import { silent } from '../../../dev/src/progress';
import { GraphUser } from '../../../lifecycle/src/graph-user';
import { repositoryRoot } from '../../../local/src/settings';
import { Importer } from '../importer';
import { importOptions } from '../options';
import { prepare } from '../prepare';
import { nobodyWatches } from '../progress';
import type { Report } from '../report';
import { usualSender } from '../sending/sender';

/** A house in a folder of its own, in which each spec has a tenant of its own. */
export interface ImportHouse {
  readonly folder: string;
  /** A new tenant with its administrator, whose name is given to the local issuer, too. */
  tenant(admin: string): Promise<Tenant>;
  stop(): Promise<void>;
}

export interface Tenant {
  readonly graph: GraphUser;
  /** What `npm run import -- …` does, in this process. */
  import(...args: string[]): Promise<Report>;
  /** The same as a process of its own. @param killAfter a line of output at which the process is killed */
  importAsProcess(args: readonly string[], killAfter?: RegExp): Promise<{ code: number | null; output: string }>;
  /** Every event of the tenant's history so far has been handled by everybody. */
  handled(): Promise<void>;
}

export async function importHouse(): Promise<ImportHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-import-'));
  const house = await startHouse({ dataDir: folder, port: 0, logLevel: 'fatal', step: silent, say: () => undefined });
  return {
    folder,
    tenant: (admin) => tenantOf(house, folder, admin),
    async stop() {
      await house.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function tenantOf(house: House, dataDir: string, admin: string): Promise<Tenant> {
  const tenantId = uuidv7();
  const [name, timeZone, currency] = [`tenant of ${admin}`, 'America/New_York', 'USD'];
  await house.registerTenant({ id: tenantId, name, timeZone, currency });
  house.issuer.put({
    ...{ name: admin, title: admin, userId: `u-${admin}`, tenantId },
    ...{ roles: ['ADMIN'], teams: [], repId: null },
  });
  const graph = new GraphUser(house.url, () => house.issuer.token(admin));
  return {
    graph,
    async import(...args) {
      const { run } = prepare(importOptions(args, {}));
      const importer = new Importer(graph, { ...usualSender, stopped: () => false }, nobodyWatches);
      await run(importer);
      return importer.report;
    },
    importAsProcess: (args, killAfter) =>
      otherProcess([...args, '--url', house.url, '--user', admin], { FIVEPOINT_DATA: dataDir }, killAfter),
    handled: () => eventually(async () => expect(await pending(graph)).toBe(0), { timeoutMs: 60_000, everyMs: 500 }),
  };
}

function otherProcess(
  args: readonly string[],
  env: Record<string, string>,
  killAfter: RegExp | undefined,
): Promise<{ code: number | null; output: string }> {
  const main = join(__dirname, '..', 'main.ts');
  const child = spawn(process.execPath, ['-r', '@swc-node/register', main, ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, TS_NODE_PROJECT: join(repositoryRoot, 'tsconfig.base.json'), ...env },
  });
  let output = '';
  const heard = (data: Buffer) => {
    output += data.toString();
    if (killAfter?.test(output)) child.kill('SIGKILL');
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

const services = ['planning', 'acquisition', 'deal', 'receivables', 'customerSuccess'];

/** How many events are on their way: not yet read from an outbox, or in an inbox and not yet handled. */
async function pending(graph: GraphUser): Promise<number> {
  const fields = services.map((service) => `${service}ConsumerLag { pending waiting parked missing }`).join(' ');
  const lags = await graph.ask<Record<string, Record<string, number>[]>>(`{ ${fields} }`);
  return Object.values(lags)
    .flat()
    .reduce((sum, lag) => sum + Object.values(lag).reduce((own, count) => own + count, 0), 0);
}
