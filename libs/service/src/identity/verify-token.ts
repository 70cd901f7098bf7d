import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { z } from 'zod';
import { asKept } from '../graph/trimmed-texts';
import { type Identity, type Role, roles } from './identity';

/** Which claim carries what; nested claims are written with dots (`realm_access.roles`). */
export interface ClaimNames {
  tenant: string;
  roles: string;
  teams: string;
  rep: string;
}

export const defaultClaims: ClaimNames = { tenant: 'tenant_id', roles: 'roles', teams: 'teams', rep: 'rep_id' };

export interface IdentityConfig {
  issuer: string;
  audience: string;
  /** The issuer's keys: an address that serves a JWKS, or the key set itself (embedded mode). */
  keys: URL | JSONWebKeySet;
  claims?: ClaimNames;
  /** A role of this house for each role name of the identity provider; names not listed must be a role as they stand. */
  roleNames?: Readonly<Record<string, Role>>;
}

/** A token that is missing, expired, foreign or malformed. The message says which, never what it contained. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

export type VerifyToken = (authorization: string | undefined) => Promise<Identity | null>;

const algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const clockSkewSeconds = 30;
/** One operation asks the gateway and several subgraphs: a token that was good is good for a minute, or until it expires. */
const rememberedMs = 60_000;
const rememberedTokens = 1_000;
const uuid = z.uuid();
const tokensOwnFault = [
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

/**
 * Makes the verifier of `Authorization` headers: null without a header (anonymous), the identity for a good token,
 * InvalidToken for everything else. Algorithms are pinned; `exp` is required; half a minute of clock skew is forgiven.
 * An issuer that does not answer is no fault of the token: that error is passed on as it is.
 */
export function tokenVerifier(config: IdentityConfig): VerifyToken {
  const keys =
    config.keys instanceof URL
      ? createRemoteJWKSet(config.keys, { cooldownDuration: 5_000, timeoutDuration: 3_000 })
      : createLocalJWKSet(config.keys);
  const claims = config.claims ?? defaultClaims;
  const remembered = new Map<string, { identity: Identity; until: number }>();
  return async (authorization) => {
    if (!authorization) return null;
    const known = remembered.get(authorization);
    if (known && Date.now() < known.until) return known.identity;
    const [scheme, token] = authorization.split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new InvalidToken('Send the token as "Bearer <token>".');
    const payload = await verified(token);
    const identity = identityFrom(payload, claims, config.roleNames ?? {});
    remember(authorization, identity, payload.exp ?? 0);
    return identity;
  };

  function remember(authorization: string, identity: Identity, expiresAt: number): void {
    const oldest = remembered.size >= rememberedTokens ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    const until = Math.min(Date.now() + rememberedMs, (expiresAt + clockSkewSeconds) * 1000);
    remembered.delete(authorization);
    remembered.set(authorization, { identity, until });
  }

  async function verified(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: config.issuer,
        audience: config.audience,
        algorithms,
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new InvalidToken('The token has expired; sign in again.');
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
        throw new InvalidToken('The token is not valid yet; if it should be, a clock is wrong, here or at its issuer.');
      if (error instanceof errors.JWTClaimValidationFailed)
        throw new InvalidToken(`The token's claim "${error.claim}" is not the one expected here.`);
      if (!tokensOwnFault.some((fault) => error instanceof fault)) throw error;
      throw new InvalidToken('The token could not be verified: it is malformed or not signed by the expected issuer.');
    }
  }
}

function identityFrom(payload: JWTPayload, names: ClaimNames, roleNames: Readonly<Record<string, Role>>): Identity {
  const tenant = uuid.safeParse(claim(payload, names.tenant));
  if (!tenant.success) throw new InvalidToken(`The token's claim "${names.tenant}" must be the UUID of a tenant.`);
  const rep = claim(payload, names.rep);
  return {
    tenantId: tenant.data.toLowerCase(),
    userId: payload.sub ?? '',
    repId: uuid.safeParse(rep).success ? String(rep).toLowerCase() : null,
    roles: strings(claim(payload, names.roles))
      .map((name) => roleNames[name] ?? name)
      .filter((name): name is Role => (roles as readonly string[]).includes(name)),
    // As the names of teams are kept, which they are compared with.
    teams: strings(claim(payload, names.teams)).map(asKept),
  };
}

function claim(payload: JWTPayload, path: string): unknown {
  if (path in payload) return payload[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) => (value && typeof value === 'object' ? Reflect.get(value, part) : undefined),
      payload,
    );
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
