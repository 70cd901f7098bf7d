import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalIssuer, UnknownUser } from './issuer';

/** `npm run token -- --user <name>`: prints a bearer token, and nothing else, so that it fits into `$(...)`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { user: { type: 'string' }, lifetime: { type: 'string', default: '8h' } } });
  const issuer = await LocalIssuer.open(
    join(process.env['FIVEPOINT_DATA'] ?? '.fivepoint', 'issuer.json'),
    process.env['NODE_ENV'] === 'production',
  );
  try {
    console.log(await issuer.token(values.user ?? '', values.lifetime));
  } catch (error) {
    if (!(error instanceof UnknownUser)) throw error;
    console.error(values.user ? error.message : `usage: npm run token -- --user <name>; ${error.message}`);
    process.exitCode = 1;
  }
}

void main();
