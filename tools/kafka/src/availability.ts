import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Environment } from './environment';

const root = resolve(__dirname, '..', '..', '..');

/**
 * Why Kafka cannot be had on this machine, in one line; null when it can. It is fetched on the way, so the answer holds afterwards. Waits for it
 * without a promise, because jest must know which suites there are before it runs any.
 */
export function whyNoKafka(env: Environment): string | null {
  const args = ['-r', '@swc-node/register', join(__dirname, 'main.ts'), '--fetch'];
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...env, TS_NODE_PROJECT: join(root, 'tsconfig.base.json') },
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (error) return error.message;
  return status === 0 ? null : (stderr.trim().split('\n').at(-1) ?? 'unknown reason');
}

/**
 * How a spec that needs Kafka announces itself: `(skipped ? describe.skip : describe)(title, …)`. Where Kafka cannot be had it is skipped and the
 * title says why; with REQUIRE_KAFKA=1 it runs all the same, and fails with that reason.
 */
export function kafkaSuite(name: string, env: Environment): { title: string; skipped: boolean } {
  const why = whyNoKafka(env);
  if (why === null) return { title: name, skipped: false };
  const skipped = env['REQUIRE_KAFKA'] !== '1';
  // Jest shows titles only on request.
  if (skipped) process.stderr.write(`Skipped, because Kafka cannot be had: ${name}. ${why}\n`);
  return { title: `${name} (${skipped ? 'skipped: ' : ''}${why})`, skipped };
}
