import { z } from 'zod';

/** Named people of the demo tenant, whom the explorer can ask as. Only where an issuer hands out their tokens; never in production. */
export interface DemoUsers {
  users(): Promise<DemoUser[]>;
  /** A bearer token for one of them; null when there is nobody of that name. */
  token(name: string): Promise<string | null>;
}

export interface DemoUser {
  name: string;
  title: string;
  roles: readonly string[];
}

const users = z.array(z.object({ name: z.string(), title: z.string(), roles: z.array(z.string()) }));
const issued = z.object({ token: z.string() });
const timeoutMs = 3_000;

/** The demo users of a local issuer in another process: `GET <issuer>/users` and `GET <issuer>/token?user=<name>`. */
export function demoUsersOf(issuer: string): DemoUsers {
  const ask = (path: string) =>
    fetch(`${issuer.replace(/\/$/, '')}${path}`, { signal: AbortSignal.timeout(timeoutMs) });
  return {
    async users() {
      return users.parse(await (await ask('/users')).json());
    },
    async token(name) {
      const answer = await ask(`/token?user=${encodeURIComponent(name)}`);
      if (answer.status === 404) return null;
      return issued.parse(await answer.json()).token;
    },
  };
}
