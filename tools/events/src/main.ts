import { ReplayRefused } from '@fivepoint/messaging';
import { InvalidConfig, NotMigrated } from '@fivepoint/service';
import { ClusterError } from '../../postgres/src/index';
import { runEvents } from './run';

/** `npm run events -- …`; ends with 0 only when all that was asked for was done. */
async function main(): Promise<void> {
  process.exitCode = await runEvents(process.argv.slice(2), process.env, (line) => console.log(line));
}

const spoken = [RangeError, ReplayRefused, InvalidConfig, NotMigrated, ClusterError];

main().catch((error: unknown) => {
  console.error(spoken.some((kind) => error instanceof kind) ? (error as Error).message : error);
  process.exit(1);
});
