import type { SourceEdit } from './source-edits';

const messaging = 'libs/messaging/src';

/**
 * Messaging with pauses of one or two seconds instead of five to thirty, for who has no time: after a fault the same happens, sooner. The
 * rules are those of the product; `npm run chaos` without `--mutants` keeps the product's pauses, too.
 */
export const shortPauses: readonly SourceEdit[] = [
  ...inTuning({
    longestRetryMs: ['30_000', '2_000'],
    longestWaitMs: ['15_000', '2_000'],
    aliveCheckMs: ['5_000', '1_000'],
    aliveGraceMs: ['10_000', '2_000'],
    longestReconnectMs: ['10_000', '1_000'],
  }),
  {
    file: `${messaging}/kafka/subscription.ts`,
    find: 'sessionTimeout: 10_000, rebalanceTimeout: 12_000, heartbeatInterval: 1_000',
    replace: 'sessionTimeout: 4_000, rebalanceTimeout: 8_000, heartbeatInterval: 500',
  },
];

function inTuning(changes: Readonly<Record<string, readonly [from: string, to: string]>>): SourceEdit[] {
  return Object.entries(changes).map(([name, [from, to]]) => ({
    file: `${messaging}/tuning.ts`,
    find: `  ${name}: ${from},`,
    replace: `  ${name}: ${to},`,
  }));
}
