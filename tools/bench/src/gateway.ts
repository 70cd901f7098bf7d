import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { services, supergraph } from './gateway/graph';
import { type Load, load } from './gateway/load';

/**
 * Our gateway, with identity and limits, against @apollo/gateway as it is documented, without either, in one run on the
 * same subgraphs. Absolute figures depend on the machine; ratios hold. At most 50 s.
 */
const rounds = 3;
const seconds = 3;
const atATime = 16;
/** Enough for the compiler to have seen everything, also on a busy machine. */
const warmUp = { seconds: 8, requests: 2_000 };
const workspace = resolve(__dirname, '../../..');

interface Contestant {
  port: number;
  pid: number;
  headers: Record<string, string>;
}

export async function benchGateway(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const children: ChildProcess[] = [];
  const issuer = await localIssuer();
  try {
    const subgraphs = await started(children, 'tools/bench/src/gateway/subgraphs.ts');
    const addressOf = (name: string) => `http://127.0.0.1:${subgraphs.port}/${name}`;
    const supergraphPath = join(folder, 'supergraph.graphql');
    await writeFile(supergraphPath, supergraph(addressOf));
    const reference = await started(children, 'tools/bench/src/gateway/reference.ts', [supergraphPath]);
    const port = await freePort();
    const ours = await started(children, 'apps/gateway/src/main.ts', [], {
      ...issuer.variables,
      PORT: String(port),
      LOG_LEVEL: 'error',
      SUPERGRAPH_PATH: supergraphPath,
      SUBGRAPHS: Object.keys(services)
        .map((name) => `${name}=${addressOf(name)}`)
        .join(','),
    });
    await ready(port);
    await compare(
      { ...reference, headers: {} },
      { port, pid: ours.pid, headers: { authorization: `Bearer ${issuer.token}` } },
    );
  } finally {
    for (const child of children) child.kill();
    issuer.server.close();
    await rm(folder, { recursive: true });
  }
}

/** By turns, so that a machine that gets busy in between is unfair to both. */
async function compare(reference: Contestant, ours: Contestant): Promise<void> {
  const expected = await answerOf(reference);
  const check = (answer: string) => {
    if (answer !== expected) throw new Error(`a wrong answer:\n${answer}\ninstead of:\n${expected}`);
  };
  for (const contestant of [reference, ours]) await load(contestant, { ...warmUp, atATime }, check);
  const results: { reference: Load; ours: Load }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const result = {
      reference: await load(reference, { seconds, atATime }, check),
      ours: await load(ours, { seconds, atATime }, check),
    };
    results.push(result);
    console.log(`round ${round}   reference ${line(result.reference)}   ours ${line(result.ours)}`);
  }
  const ratio = (of: (load: Load) => number | null) => {
    const ratios = results.map((one) => (of(one.ours) ?? NaN) / (of(one.reference) ?? NaN)).sort((a, b) => a - b);
    return ratios[Math.floor(rounds / 2)] ?? NaN;
  };
  console.log(`
unique requests, ${Object.keys(services).length} fetches, ${expected.length} characters of answer, ${atATime} at a time; the median of ${rounds} rounds
  requests a second     ${ratio(({ requestsPerSecond }) => requestsPerSecond).toFixed(1)} × @apollo/gateway as documented
  CPU for one request   1/${(1 / ratio(({ cpuMs }) => cpuMs)).toFixed(1)} of it
  99th percentile       1/${(1 / ratio(({ p99Ms }) => p99Ms)).toFixed(1)} of it`);
}

const line = ({ requestsPerSecond, p99Ms, cpuMs }: Load) =>
  `${requestsPerSecond.toFixed(0)}/s, p99 ${p99Ms.toFixed(1)} ms, CPU ${cpuMs?.toFixed(2) ?? '?'} ms`;

/** What everybody must answer from now on: every field there, and no error. */
async function answerOf(contestant: Contestant): Promise<string> {
  let first = '';
  await load(contestant, { seconds: 0.01, atATime: 1 }, (answer) => {
    if (answer.includes('"errors"') || !answer.includes('"质保"')) throw new Error(`no good answer: ${answer}`);
    first = answer;
  });
  return first;
}

/** Starts a TypeScript file as a process of its own; what tells a port has begun to listen on it. */
async function started(
  children: ChildProcess[],
  file: string,
  args: string[] = [],
  variables?: Record<string, string>,
): Promise<{ port: number; pid: number }> {
  const child = fork(join(workspace, file), args, {
    cwd: workspace,
    execArgv: ['-r', '@swc-node/register'],
    env: { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...variables },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  const pid = child.pid ?? 0;
  if (variables) return { port: 0, pid };
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { port, pid };
}

async function ready(port: number): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('our gateway did not start');
}

async function localIssuer(): Promise<{ server: Server; token: string; variables: Record<string, string> }> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] });
  const server = createServer((_request, response) => response.end(jwks));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await new SignJWT({ tenant_id: '0197f2b0-0000-7000-8000-000000000001', roles: ['REP'] })
    .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
    .setIssuer(issuer)
    .setAudience('bench')
    .setSubject('bench')
    .setExpirationTime('10m')
    .sign(privateKey);
  return {
    server,
    token,
    variables: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'bench', OIDC_JWKS_URL: `${issuer}/jwks.json` },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
