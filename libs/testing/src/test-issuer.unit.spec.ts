import { createPublicKey, verify } from 'node:crypto';
import { createIssuer, testIssuer, testToken } from './test-issuer';

const tenantId = '0197f000-0000-7000-8000-000000000001';

describe('the identity provider of specs', () => {
  it('signs ES256 tokens that its published key verifies and no other does', async () => {
    const token = await testToken({ tenantId });
    expect(verifiedBy(token, testIssuer().jwks.keys[0])).toBe(true);
    expect(verifiedBy(token, createIssuer().jwks.keys[0])).toBe(false);
    expect(testIssuer()).toBe(testIssuer());
    expect(testIssuer().jwks.keys[0]).not.toHaveProperty('d');
  });

  it('says who the person is in the claims of the house', async () => {
    const person = { tenantId, userId: 'u-1', repId: 'r-1', roles: ['REP'], teams: ['north'] };
    const now = Math.floor(Date.now() / 1000);
    expect(claimsOf(await testToken(person))).toEqual({
      iss: testIssuer().issuer,
      aud: 'fivepoint',
      sub: 'u-1',
      iat: expect.any(Number) as number,
      exp: expect.any(Number) as number,
      tenant_id: tenantId,
      rep_id: 'r-1',
      roles: ['REP'],
      teams: ['north'],
    });
    expect(claimsOf(await testToken(person))['exp']).toBeGreaterThanOrEqual(now + 3600);
    expect(claimsOf(await testToken({ tenantId, repId: null }))).not.toHaveProperty('rep_id');
  });

  it('makes tokens that must be refused', async () => {
    const options = { expiresInSeconds: -60, issuer: 'https://else.test', audience: 'else', claims: { tenant_id: 7 } };
    expect(claimsOf(await testToken({ tenantId }, options))).toMatchObject({
      iss: 'https://else.test',
      aud: 'else',
      tenant_id: 7,
    });
    expect(claimsOf(await testToken({ tenantId }, options))['exp']).toBeLessThan(Date.now() / 1000);
  });

  it('serves its keys', async () => {
    const { jwksUrl, close } = await testIssuer().serve();
    expect(await (await fetch(jwksUrl)).json()).toEqual(testIssuer().jwks);
    await close();
    await expect(fetch(jwksUrl)).rejects.toThrow();
  });
});

type Key = ReturnType<typeof createIssuer>['jwks']['keys'][number];

function verifiedBy(token: string, key: Key | undefined): boolean {
  const [header, claims, signature] = token.split('.');
  const publicKey = createPublicKey({ key: key ?? {}, format: 'jwk' });
  const signed = Buffer.from(`${header}.${claims}`);
  return verify(
    'sha256',
    signed,
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature ?? '', 'base64url'),
  );
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
