import { importJWK, type JSONWebKeySet, SignJWT } from 'jose';
import { IssuerStore, type LocalUser } from './store';

export const localIssuer = 'http://localhost/fivepoint-local-issuer';
export const localAudience = 'fivepoint';

/** There is nobody of that name; the message lists who there is. */
export class UnknownUser extends Error {
  override readonly name = 'UnknownUser';
  constructor(name: string, known: string) {
    super(`there is no user "${name}"; known: ${known}`);
  }
}

/** Signs tokens for the users of one machine. It must never stand in front of real data, so production refuses it. */
export class LocalIssuer {
  private constructor(private readonly store: IssuerStore) {}

  /** @param path the issuer's file; made when it is not there. Throws a RangeError where `production` is true. */
  static async open(path: string, production: boolean): Promise<LocalIssuer> {
    if (production)
      throw new RangeError('the local issuer gives tokens to anybody: it does not run with NODE_ENV=production');
    return new LocalIssuer(await IssuerStore.open(path));
  }

  get keySet(): JSONWebKeySet {
    return { keys: [this.store.keys.publicKey] };
  }

  users(): LocalUser[] {
    return this.store.users;
  }

  put(...users: LocalUser[]): void {
    this.store.put(...users);
  }

  /** The names of all users, for people. */
  known(): string {
    return (
      this.users()
        .map(({ name }) => name)
        .join(', ') || 'nobody yet (start the house once)'
    );
  }

  /** A bearer token for the named user. @param lifetime as jose reads it: `8h`, `10m`. Throws UnknownUser. */
  async token(name: string, lifetime = '8h'): Promise<string> {
    const user = this.users().find((one) => one.name === name);
    if (!user) throw new UnknownUser(name, this.known());
    const { privateKey } = this.store.keys;
    return new SignJWT({
      tenant_id: user.tenantId,
      roles: user.roles,
      teams: user.teams,
      name: user.title,
      ...(user.repId && { rep_id: user.repId }),
    })
      .setProtectedHeader({ alg: 'ES256', kid: privateKey.kid ?? '', typ: 'JWT' })
      .setSubject(user.userId)
      .setIssuer(localIssuer)
      .setAudience(localAudience)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(await importJWK(privateKey, 'ES256'));
  }
}
