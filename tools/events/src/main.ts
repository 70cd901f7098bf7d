import { ReplayRefused } from '@fivepoint/messaging';
import { InvalidConfig, NotMigrated } from '@fivepoint/service';
import { runCommand } from '../../command-line/src/command-line';
import { ClusterError } from '../../postgres/src/index';
import { runEvents } from './run';

/** `npm run events -- …`; ends with 0 only when all that was asked for was done. */
const main = () => runEvents(process.argv.slice(2), process.env, (line) => console.log(line));

runCommand(main, [ReplayRefused, InvalidConfig, NotMigrated, ClusterError]);
