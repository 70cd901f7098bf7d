import { join } from 'node:path';
import { createServer } from 'node:http';
import { runCommand } from '../../command-line/src/command-line';
import { issuerApp } from './http';
import { LocalIssuer } from './issuer';

/** `node -r @swc-node/register tools/issuer/src/main.ts`: the local issuer for the distributed mode. */
async function main(): Promise<void> {
  const { FIVEPOINT_DATA = '.fivepoint', ISSUER_PORT = '4010', HOST = '127.0.0.1', NODE_ENV } = process.env;
  const issuer = await LocalIssuer.open(join(FIVEPOINT_DATA, 'issuer.json'), NODE_ENV === 'production');
  const server = createServer(issuerApp(issuer));
  server.once('error', (error) => {
    console.error(`the local issuer cannot listen on port ${ISSUER_PORT}: ${error.message}`);
    process.exit(1);
  });
  server.listen(Number(ISSUER_PORT), HOST, () => console.log(`local issuer ready at http://${HOST}:${ISSUER_PORT}`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => process.exit(0)));
}

runCommand(main);
