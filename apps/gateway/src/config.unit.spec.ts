import { InvalidConfig } from '@fivepoint/service';
import { config, defaultLimits } from './config';

const needed = {
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'fivepoint',
  OIDC_JWKS_URL: 'https://issuer.example/jwks.json',
};

/** What a configuration says of an environment that it cannot start with. */
function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    config(env);
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
  return [];
}

describe("the gateway's configuration", () => {
  it('needs to know only whose tokens it trusts', () => {
    expect(config(needed)).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      production: false,
      supergraphPath: 'supergraph.graphql',
      supergraphPollMs: 5000,
      introspection: true,
      explorer: true,
      persistedQueries: false,
      subgraphs: {},
      subgraph: { timeoutMs: 10_000, answerBytes: 16_777_216, connections: 32 },
      limits: {
        depth: 12,
        aliases: 30,
        tokens: 2000,
        rootFields: 20,
        cost: 50_000,
        listLength: 1000,
        bodyBytes: 1_048_576,
      },
      corsOrigins: [],
      otlpEndpoint: null,
      demoIssuerUrl: null,
    });
  });

  it('reads addresses, origins, limits and switches', () => {
    const read = config({
      ...needed,
      SUBGRAPHS: 'deal=http://deal:4003/graphql, customer-success=https://cs.internal/graphql?a=b,',
      CORS_ORIGINS: 'https://crm.example,http://localhost:5173',
      LIMIT_DEPTH: '9',
      SUBGRAPH_TIMEOUT_MS: '2500',
      GRAPHQL_APQ: 'true',
      GRAPHQL_EXPLORER: 'false',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    });
    expect(read.subgraphs).toEqual({
      deal: 'http://deal:4003/graphql',
      'customer-success': 'https://cs.internal/graphql?a=b',
    });
    expect(read.corsOrigins).toEqual(['https://crm.example', 'http://localhost:5173']);
    expect(read.limits).toEqual({ ...defaultLimits, depth: 9 });
    expect(read.subgraph.timeoutMs).toBe(2500);
    expect(read).toMatchObject({
      persistedQueries: true,
      explorer: false,
      otlpEndpoint: 'http://collector:4318',
    });
  });

  it('closes the schema and the explorer in production, unless told otherwise', () => {
    const production = { ...needed, NODE_ENV: 'production' };
    expect(config(production)).toMatchObject({ production: true, introspection: false, explorer: false });
    expect(config({ ...production, GRAPHQL_INTROSPECTION: 'true' })).toMatchObject({ introspection: true });
  });

  it('never hands out demo tokens in production', () => {
    const demo = { ...needed, DEMO_ISSUER_URL: 'http://127.0.0.1:4010' };
    expect(config(demo).demoIssuerUrl).toBe('http://127.0.0.1:4010');
    expect(() => config({ ...demo, NODE_ENV: 'production' })).toThrow(
      'gateway cannot start; its environment is not right:\n  - DEMO_ISSUER_URL must not be set',
    );
  });

  it('says everything that is wrong at once, by the names of the variables and with what would be right', () => {
    const wrong = {
      ...{ SUBGRAPHS: 'deal', CORS_ORIGINS: 'https://crm.example/path', GRAPHQL_APQ: 'yes' },
      ...{ LIMIT_COST: 'much', DEMO_ISSUER_URL: 'issuer' },
    };
    expect(problemsOf({ ...needed, ...wrong })).toEqual([
      'SUBGRAPHS must read deal=http://deal:4003/graphql,…; not "deal"',
      'LIMIT_COST must be a whole number',
      'GRAPHQL_APQ must be true or false',
      'CORS_ORIGINS must list origins such as https://crm.example; not "https://crm.example/path"',
      'DEMO_ISSUER_URL must be an http:// or https:// URL',
    ]);
    const start = () => config({ PORT: '70000' });
    for (const name of ['gateway cannot start', 'PORT', ...Object.keys(needed)]) expect(start).toThrow(name);
  });

  it.each(['Deal=http://deal:4003', '=http://deal:4003', 'deal=ftp://deal', 'deal=xhttp://deal', 'deal=httpx://deal'])(
    'asks nothing of %s: a subgraph has a small name and an HTTP address',
    (part) => {
      expect(problemsOf({ ...needed, SUBGRAPHS: part })).toHaveLength(1);
    },
  );

  it('drops no address silently, such as the second of two lines', () => {
    expect(problemsOf({ ...needed, SUBGRAPHS: 'deal=http://deal:4003\nplanning=http://planning:4001' })).toHaveLength(
      1,
    );
  });
});
