import { join } from 'node:path';
import { localAudience, localIssuer } from '../../issuer/src/issuer';
import type { ServiceDatabase } from '../../postgres/src/index';
import type { ProcessPlan } from './managed-process';
import { repositoryRoot } from '../../local/src/settings';

/** Where a process of the distributed house runs, and what all of them are told. */
export interface ProcessPlace {
  name: string;
  /** The compiled program. */
  script: string;
  port: number;
  logFile: string;
  logLevel: string;
  /** Where the local issuer answers, with a slash at its end. */
  issuerUrl: string;
  otlpEndpoint: string | null;
}

/** A service as a process of its own. */
export const servicePlan = (
  place: ProcessPlace,
  urls: ServiceDatabase | undefined,
  brokers: readonly string[],
): ProcessPlan =>
  plan(place, {
    DATABASE_URL: urls?.appUrl ?? '',
    RELAY_DATABASE_URL: urls?.relayUrl ?? '',
    KAFKA_BROKERS: brokers.join(','),
  });

/** The gateway as a process of its own. @param subgraphs where each service answers, without the path */
export const gatewayPlan = (place: ProcessPlace, subgraphs: ReadonlyMap<string, string>): ProcessPlan =>
  plan(place, {
    SUPERGRAPH_PATH: join(repositoryRoot, 'supergraph.graphql'),
    SUBGRAPHS: [...subgraphs].map(([name, url]) => `${name}=${url}/graphql`).join(','),
    DEMO_ISSUER_URL: place.issuerUrl,
  });

function plan(
  { name, script, port, logFile, logLevel, issuerUrl, otlpEndpoint }: ProcessPlace,
  env: Record<string, string>,
): ProcessPlan {
  return {
    ...{ name, script, logFile },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
    env: {
      NODE_ENV: 'development',
      LOG_LEVEL: logLevel,
      PORT: String(port),
      OIDC_ISSUER: localIssuer,
      OIDC_AUDIENCE: localAudience,
      OIDC_JWKS_URL: `${issuerUrl}.well-known/jwks.json`,
      ...(otlpEndpoint && { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }),
      ...env,
    },
  };
}
