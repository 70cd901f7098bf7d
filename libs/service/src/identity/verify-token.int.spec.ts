import { createIssuer, testIssuer, testToken } from '@fivepoint/testing';
import { InvalidToken, tokenVerifier } from './verify-token';

const tenantId = '0197f2b0-0000-7000-8000-000000000001';
const bearer = (token: string) => `Bearer ${token}`;
const { issuer, audience, jwks } = testIssuer();
const config = { issuer, audience, keys: jwks };

describe('a bearer token', () => {
  afterEach(() => void jest.useRealTimers());

  it('says who asks', async () => {
    const repId = '0197F2B0-0000-7000-8000-00000000000A';
    const token = await testToken({ tenantId, userId: 'lin', repId, roles: ['REP', 'BARISTA'], teams: ['East'] });
    expect(await tokenVerifier(config)(bearer(token))).toEqual({
      tenantId,
      userId: 'lin',
      repId: repId.toLowerCase(),
      roles: ['REP'],
      teams: ['East'],
    });
  });

  it('names teams as they are kept', async () => {
    const token = await testToken({ tenantId, teams: ['E\u0301quipe \u200b', '华东'] });
    expect(await tokenVerifier(config)(bearer(token))).toMatchObject({ teams: ['\u00c9quipe', '华东'] });
  });

  it('need not be there', async () => {
    expect(await tokenVerifier(config)(undefined)).toBeNull();
  });

  it.each([
    ['expired', () => testToken({ tenantId }, { expiresInSeconds: -60 }), 'has expired'],
    ['not valid yet', () => testToken({ tenantId }, { claims: { nbf: Date.now() / 1000 + 60 } }), 'not valid yet'],
    ['of another issuer by its name', () => testToken({ tenantId }, { issuer: 'https://other.example' }), '"iss"'],
    ['of another issuer by its keys', () => createIssuer(issuer, audience).token({ tenantId }), 'not signed by'],
    ['for another audience', () => testToken({ tenantId }, { audience: 'other' }), '"aud"'],
    ['without a tenant', () => testToken({ tenantId: 'none' }), '"tenant_id" must be the UUID'],
    ['no token at all', async () => 'nonsense', 'malformed'],
    [
      'unsigned',
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `${part({ alg: 'none' })}.${part({ iss: issuer, aud: audience, sub: 'lin', exp: 9e9, tenant_id: tenantId })}.`;
      },
      'malformed',
    ],
  ])('that is %s is refused, and the refusal says so', async (_, make, why) => {
    const verify = tokenVerifier(config)(bearer(await make()));
    await expect(verify).rejects.toThrow(InvalidToken);
    await expect(verify).rejects.toThrow(why);
  });

  it('that was good is not verified again within a minute', async () => {
    const { jwksUrl, close } = await testIssuer().serve();
    const verify = tokenVerifier({ ...config, keys: new URL(jwksUrl) });
    const token = bearer(await testToken({ tenantId }));
    const first = await verify(token);
    await close();
    expect(await verify(token)).toBe(first);
  });

  it('is not remembered past its end', async () => {
    const verify = tokenVerifier(config);
    const token = bearer(await testToken({ tenantId }, { expiresInSeconds: 5 }));
    await verify(token);
    jest.useFakeTimers({ now: Date.now() + 36_000, doNotFake: ['nextTick', 'setImmediate'] });
    await expect(verify(token)).rejects.toThrow('has expired');
  });

  it('is not to blame where its issuer does not answer', async () => {
    const verify = tokenVerifier({ ...config, keys: new URL('http://127.0.0.1:9/jwks.json') });
    const answer = verify(bearer(await testToken({ tenantId })));
    await expect(answer).rejects.toThrow();
    await expect(answer).rejects.not.toThrow(InvalidToken);
  });
});
