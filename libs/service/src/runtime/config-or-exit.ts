import { InvalidConfig } from './config';

/** A program's configuration. What is wrong with its environment is told to the person who starts it, without a stack, and ends it with 1. */
export function configOrExit<C>(config: (env: NodeJS.ProcessEnv) => C, env: NodeJS.ProcessEnv): C {
  try {
    return config(env);
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
