import { readCommandLine } from '../../command-line/src/command-line';

export interface ChaosOptions {
  modes: ('embedded' | 'kafka')[];
  accounts: number;
  /** How often each point and each fault comes. */
  rounds: number;
  seed: number;
  mutants: boolean;
}

const usage = `Drives accounts round the loop while the house is killed and cut off, and judges by the databases what became of them.

  npm run chaos -- [--accounts 300] [--mode embedded|kafka|both] [--rounds 4] [--seed 7] [--mutants]

  --rounds    how often each point and each fault comes
  --seed      the same seed plans the same faults
  --mutants   breaks the house on purpose instead, to see that it is noticed`;

/** Reads the command line; RangeError names what is wrong and what would be right. */
export function chaosOptions(args: readonly string[]): ChaosOptions {
  const options = {
    accounts: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '4' },
    mode: { type: 'string', default: 'both' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    mutants: { type: 'boolean', default: false },
  } as const;
  const { values } = readCommandLine(usage, { options }, args);
  const whole = (name: 'accounts' | 'rounds' | 'seed', least: number, most: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`--${name} must be a whole number from ${least} to ${most}, not ${values[name]}`);
    return value;
  };
  if (!['embedded', 'kafka', 'both'].includes(values.mode))
    throw new RangeError(`--mode must be embedded, kafka or both, not ${values.mode}`);
  return {
    modes: values.mode === 'both' ? ['embedded', 'kafka'] : [values.mode as 'embedded' | 'kafka'],
    accounts: whole('accounts', 1, 10_000),
    rounds: whole('rounds', 1, 1_000),
    seed: whole('seed', 0, 2 ** 31 - 1),
    mutants: values.mutants,
  };
}
