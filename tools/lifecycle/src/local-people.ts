import { LocalIssuer } from '../../issuer/src/issuer';
import { localSettings, issuerFile } from '../../local/src/settings';
import { GraphUser } from './graph-user';
import type { People } from './people';
import { requireHouse } from './require-house';

/** The demo users of this machine's house, by the local issuer that its data folder holds. RangeError when no house answers there. */
export async function localPeople(url: string, env: NodeJS.ProcessEnv): Promise<People> {
  const { dataDir, production } = localSettings(env);
  const issuer = await LocalIssuer.open(issuerFile(dataDir), production);
  await requireHouse(url, () => issuer.token('admin'));
  return peopleOf(url, (name) => issuer.token(name));
}

/** The demo users, wherever their tokens come from. */
export function peopleOf(url: string, token: (name: string) => Promise<string>): People {
  return peopleBy((name) => new GraphUser(url, () => token(name)));
}

/** The demo users, by their names. */
export function peopleBy(user: (name: string) => GraphUser): People {
  return {
    admin: user('admin'),
    manager: user('chen'),
    rep: user('lin'),
    delivery: user('sun'),
    finance: user('zhao'),
    csm: user('zhou'),
  };
}
