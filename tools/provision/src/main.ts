import 'reflect-metadata';
import { UnfitTopics } from '@fivepoint/messaging';
import { InvalidConfig } from '@fivepoint/service';
import { services } from '../../local/src/services';
import { config } from './config';
import { provision } from './provision';

/** The one-shot that stands before the services of a deployment: `docker compose` runs it, and waits for it to end well. */
async function main(): Promise<void> {
  await provision(config(process.env), services, (line) => console.log(line));
}

main().catch((error: unknown) => {
  console.error(error instanceof InvalidConfig || error instanceof UnfitTopics ? error.message : error);
  process.exitCode = 1;
});
