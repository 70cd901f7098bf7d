import { generateKeyPairSync, randomUUID, sign, type JsonWebKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who a token speaks for; it becomes the claims tenant_id, sub, rep_id, roles and teams. */
export interface TestPerson {
  readonly tenantId: string;
  /** by default a fresh UUID */
  readonly userId?: string;
  readonly repId?: string | null;
  readonly roles?: readonly string[];
  readonly teams?: readonly string[];
}

export interface TokenOptions {
  /** seconds from now; negative for a token that is out of date. An hour by default. */
  readonly expiresInSeconds?: number;
  readonly issuer?: string;
  readonly audience?: string;
  /** further claims, or others in place of those of the person */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Public keys in the form of RFC 7517. */
export interface KeySet {
  keys: (JsonWebKey & { kid: string; alg: string; use: string; kty: string })[];
}

export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** the public keys, as a service gets them from its identity provider */
  readonly jwks: KeySet;
  /** A signed token (JWS, compact) for the person. */
  token(person: TestPerson, options?: TokenOptions): Promise<string>;
  /** Serves the keys on 127.0.0.1, for what fetches them by URL. */
  serve(): Promise<{ readonly jwksUrl: string; close(): Promise<void> }>;
}

/**
 * An identity provider with ES256 keys of its own: another one's tokens are strangers to it. It signs without the library
 * that services verify with, so that the two check each other.
 */
export function createIssuer(issuer = 'https://issuer.fivepoint.test', audience = 'fivepoint'): TestIssuer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomUUID();
  const jwks: KeySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kty: 'EC', kid, alg: 'ES256', use: 'sig' }] };
  return {
    issuer,
    audience,
    jwks,
    token: async (person, options = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: options.issuer ?? issuer,
        aud: options.audience ?? audience,
        sub: person.userId ?? randomUUID(),
        iat: now,
        exp: now + (options.expiresInSeconds ?? 3600),
        tenant_id: person.tenantId,
        ...(person.repId == null ? {} : { rep_id: person.repId }),
        roles: person.roles ?? [],
        teams: person.teams ?? [],
        ...options.claims,
      };
      const signed = `${encoded({ alg: 'ES256', kid, typ: 'JWT' })}.${encoded(claims)}`;
      // A JWS carries the two numbers of the signature as they are, not wrapped in DER.
      const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return `${signed}.${signature.toString('base64url')}`;
    },
    serve: () => serveKeys(jwks),
  };
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

let ofThisFile: TestIssuer | undefined;

/** The identity provider of this spec file; its keys are made on the first call. */
export function testIssuer(): TestIssuer {
  return (ofThisFile ??= createIssuer());
}

/** A token of the spec file's own identity provider. */
export function testToken(person: TestPerson, options?: TokenOptions): Promise<string> {
  return testIssuer().token(person, options);
}

async function serveKeys(jwks: KeySet): Promise<{ jwksUrl: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/jwks.json`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
