import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Somebody asked how a command is used; the message tells it. Nothing is wrong. */
export class UsageAsked extends Error {
  override readonly name = 'UsageAsked';
}

type Kind = abstract new (...args: never[]) => Error;

/**
 * Reads what stands behind `npm run <command> --`. Every command does, also one that takes nothing: a word that it does not know must end it
 * before it has done anything.
 * @throws UsageAsked for `--help`; RangeError with the usage for words that the command does not take
 */
export function readCommandLine<C extends ParseArgsConfig>(
  usage: string,
  config: C,
  args: readonly string[] = process.argv.slice(2),
): ReturnType<typeof parseArgs<C & { args: string[] }>> {
  if (args.includes('--help')) throw new UsageAsked(usage);
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    // Behind its first sentence Node explains its own syntax, at length.
    const [wrong = ''] = (error as Error).message.split('. To specify');
    throw new RangeError(`${wrong}\n\n${usage}`);
  }
}

/**
 * Runs a command; what it resolves to is the exit code, if it is a number. A RangeError, and any error of `spoken`, is written for the person
 * at the keyboard: of these only the message is shown. Everything else is a bug and shows where it is.
 */
export function runCommand(main: () => Promise<number | void>, spoken: readonly Kind[] = []): void {
  main().then(
    (code) => {
      if (typeof code === 'number') process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof UsageAsked) console.log(error.message);
      else {
        const told = [RangeError, ...spoken].some((kind) => error instanceof kind);
        console.error(told ? (error as Error).message : error);
        process.exit(1);
      }
    },
  );
}
