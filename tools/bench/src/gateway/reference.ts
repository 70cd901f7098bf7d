import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** The gateway as its maker documents it: its own fetcher, no identity, no limits. Tells its port to who started it. */
async function main(supergraphPath: string): Promise<void> {
  const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraphPath, 'utf8') });
  const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
    listen: { port: 0, host: '127.0.0.1' },
  });
  process.send?.({ port: Number(new URL(url).port) });
  process.once('disconnect', () => process.exit());
}

void main(String(process.argv[2]));
