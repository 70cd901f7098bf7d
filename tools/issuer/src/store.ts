import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Somebody whom the local issuer gives tokens to: no password, because it serves one machine's developers only. */
export interface LocalUser {
  /** What one types: `npm run -s token -- --user lin`. */
  name: string;
  title: string;
  /** The token's `sub`; stays when the name changes. */
  userId: string;
  tenantId: string;
  roles: string[];
  teams: string[];
  /** The user's row in planning's `Rep`, once it is registered. */
  repId: string | null;
}

interface Stored {
  privateKey: JWK;
  publicKey: JWK;
  users: LocalUser[];
}

/** Key and users of the local issuer, in one file of the data folder that only its owner can read. */
export class IssuerStore {
  private constructor(private readonly path: string) {}

  /** Opens the file, making it with a fresh key the first time. */
  static async open(path: string): Promise<IssuerStore> {
    const store = new IssuerStore(path);
    if (!existsSync(path)) {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const named = { alg: 'ES256', use: 'sig', kid: `local-${Date.now().toString(36)}` };
      store.write({
        privateKey: { ...(await exportJWK(privateKey)), ...named },
        publicKey: { ...(await exportJWK(publicKey)), ...named },
        users: [],
      });
    }
    return store;
  }

  get keys(): Pick<Stored, 'privateKey' | 'publicKey'> {
    return this.read();
  }

  get users(): LocalUser[] {
    return this.read().users;
  }

  /** Adds users, or replaces those of the same name in their places. */
  put(...users: LocalUser[]): void {
    const stored = this.read();
    const byName = new Map([...stored.users, ...users].map((user) => [user.name, user]));
    this.write({ ...stored, users: [...byName.values()] });
  }

  private read(): Stored {
    return JSON.parse(readFileSync(this.path, 'utf8')) as Stored;
  }

  private write(stored: Stored): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${process.pid}.new`;
    writeFileSync(draft, JSON.stringify(stored, null, 2), { mode: 0o600 });
    renameSync(draft, this.path);
  }
}
