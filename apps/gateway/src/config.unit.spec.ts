import { config, defaultLimits } from './config';

const needed = {
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'fivepoint',
  OIDC_JWKS_URL: 'https://issuer.example/jwks.json',
};

describe("the gateway's configuration", () => {
  it('needs to know only whose tokens it trusts', () => {
    expect(config(needed)).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      production: false,
      introspection: true,
      explorer: true,
      persistedQueries: false,
      subgraphs: {},
      limits: defaultLimits,
      corsOrigins: [],
      demoIssuerUrl: null,
    });
  });

  it('reads addresses, origins and limits', () => {
    const read = config({
      ...needed,
      SUBGRAPHS: 'deal=http://deal:4003/graphql, customer-success=https://cs.internal/graphql?a=b',
      CORS_ORIGINS: 'https://crm.example,http://localhost:5173',
      LIMIT_DEPTH: '9',
      SUBGRAPH_TIMEOUT_MS: '2500',
    });
    expect(read.subgraphs).toEqual({
      deal: 'http://deal:4003/graphql',
      'customer-success': 'https://cs.internal/graphql?a=b',
    });
    expect(read.corsOrigins).toEqual(['https://crm.example', 'http://localhost:5173']);
    expect(read.limits).toEqual({ ...defaultLimits, depth: 9 });
    expect(read.subgraph.timeoutMs).toBe(2500);
  });

  it('closes the schema and the explorer in production, unless told otherwise', () => {
    const production = { ...needed, NODE_ENV: 'production' };
    expect(config(production)).toMatchObject({ production: true, introspection: false, explorer: false });
    expect(config({ ...production, GRAPHQL_INTROSPECTION: 'true' })).toMatchObject({ introspection: true });
  });

  it('never hands out demo tokens in production', () => {
    const demo = { ...needed, DEMO_ISSUER_URL: 'http://127.0.0.1:4010' };
    expect(config(demo).demoIssuerUrl).toBe('http://127.0.0.1:4010');
    expect(() => config({ ...demo, NODE_ENV: 'production' })).toThrow('DEMO_ISSUER_URL must not be set');
  });

  it('says everything that is wrong at once, by the names of the variables', () => {
    const wrong = { SUBGRAPHS: 'deal', CORS_ORIGINS: 'https://crm.example/path', LIMIT_COST: 'much', PORT: '70000' };
    const problems = () => config({ ...wrong });
    for (const name of [...Object.keys(wrong), ...Object.keys(needed)]) expect(problems).toThrow(name);
    expect(problems).toThrow('deal=http://deal:4003/graphql');
  });
});
