import { join } from 'node:path';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { LocalIssuer, UnknownUser } from './issuer';

const usage = `Prints a bearer token for a user of this machine's house, and nothing else, so that it fits into $(...); without -s, npm prints lines of its own.

  npm run -s token -- --user <name> [--lifetime 8h]

  --user       who asks: a demo user (docs/security.md), or an administrator whom npm run tenant made
  --lifetime   how long it is good for, such as 10m, 8h or 7d`;

/** `npm run -s token -- --user <name>` */
async function main(): Promise<void> {
  const { values } = readCommandLine(usage, {
    options: { user: { type: 'string' }, lifetime: { type: 'string', default: '8h' } },
  });
  if (!/^[1-9]\d*[smhd]$/.test(values.lifetime))
    throw new RangeError(`--lifetime must be a time such as 10m, 8h or 7d, not "${values.lifetime}"`);
  const issuer = await LocalIssuer.open(
    join(process.env['FIVEPOINT_DATA'] ?? '.fivepoint', 'issuer.json'),
    process.env['NODE_ENV'] === 'production',
  );
  if (!values.user) throw new RangeError(`--user is missing; known: ${issuer.known()}\n\n${usage}`);
  console.log(await issuer.token(values.user, values.lifetime));
}

runCommand(main, [UnknownUser]);
