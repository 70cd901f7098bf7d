import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { unauthenticated } from '../graph/errors';
import type { Identity } from './identity';
import { InvalidToken, type VerifyToken } from './verify-token';

/** Who asks, null for nobody. Throws what the client is told: UNAUTHENTICATED for a bad token, INTERNAL where the issuer does not answer. */
export function identify(
  verify: VerifyToken,
  headers: Pick<HeaderMap, 'get'>,
  requestId: string,
): Promise<Identity | null> {
  return verify(headers.get('authorization')).catch((error: unknown) => {
    throw error instanceof InvalidToken ? unauthenticated(error.message) : cannotVerify(error, requestId);
  });
}

/** Our trouble, and no reason to tell anybody that the token is bad. */
const cannotVerify = (error: unknown, requestId: string) =>
  new GraphQLError('tokens cannot be verified', {
    extensions: { code: 'INTERNAL', requestId, http: { status: 503, headers: new HeaderMap() } },
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
