import { parseEnvironment } from '@fivepoint/service';
import { z } from 'zod';

/** A house of several processes, as who loads the demo into it reaches it. */
export interface DemoConfig {
  readonly url: string;
  /** Planning's database, as its app role: tenants are registered there, not through the graph. */
  readonly planningUrl: string;
  /** The folder of the house's local issuer. */
  readonly dataDir: string;
  readonly production: boolean;
}

/** Reads the environment; pure. Throws InvalidConfig with every problem at once. */
export function config(env: NodeJS.ProcessEnv): DemoConfig {
  const values = parseEnvironment('demo', env, {
    GRAPH_URL: z.url({ protocol: /^https?$/, error: "must be the gateway's address, http://gateway:4000/graphql" }),
    PLANNING_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
    FIVEPOINT_DATA: z.string({ error: "must be the folder with the local issuer's file" }).min(1),
    NODE_ENV: z.string().default('development'),
  });
  return {
    url: values.GRAPH_URL,
    planningUrl: values.PLANNING_DATABASE_URL,
    dataDir: values.FIVEPOINT_DATA,
    production: values.NODE_ENV === 'production',
  };
}
