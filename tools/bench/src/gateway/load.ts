import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { cpuMsOf } from '../cpu';
import { query } from './graph';

export interface Load {
  requestsPerSecond: number;
  /** The 99th percentile, in milliseconds. */
  p99Ms: number;
  /** Processor time of the gateway for one request, in milliseconds; null where the system does not tell. */
  cpuMs: number | null;
}

let unique = 0;

/** Asks for so long, or until it has so many answers, so many requests at a time, each with another variable than any before. Throws at the first answer that does not pass the check. */
export async function load(
  { port, pid, headers }: { port: number; pid: number; headers: Record<string, string> },
  { seconds, atATime, requests = Infinity }: { seconds: number; atATime: number; requests?: number },
  check: (answer: string) => void,
): Promise<Load> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: atATime });
  const latencies: number[] = [];
  const cpuBefore = cpuMsOf(pid);
  const started = performance.now();
  const end = started + seconds * 1000;

  async function oneAfterAnother(): Promise<void> {
    while (performance.now() < end && latencies.length < requests) {
      const began = performance.now();
      const { body } = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName: 'Account', variables: { id: `account-${++unique}` } }),
      });
      const answer = await body.text();
      check(answer);
      latencies.push(performance.now() - began);
    }
  }

  await Promise.all(Array.from({ length: atATime }, oneAfterAnother));
  const elapsed = performance.now() - started;
  const cpuAfter = cpuMsOf(pid);
  await pool.close();
  latencies.sort((a, b) => a - b);
  return {
    requestsPerSecond: (latencies.length / elapsed) * 1000,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    cpuMs: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / latencies.length,
  };
}
