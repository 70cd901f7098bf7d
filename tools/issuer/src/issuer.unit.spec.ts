import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidToken, tokenVerifier } from '@fivepoint/service';
import { LocalIssuer, localAudience, localIssuer, UnknownUser } from './issuer';
import type { LocalUser } from './store';

const lin: LocalUser = {
  name: 'lin',
  title: 'Lin, key-account manager',
  userId: 'u-lin',
  tenantId: '01900000-0000-7000-8000-000000000001',
  roles: ['REP'],
  teams: ['north'],
  repId: '01900000-0000-7000-8000-0000000000aa',
};

describe('the local issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  const path = join(folder, 'issuer.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Opened as by a start, with Lin among its users. */
  const opened = async () => {
    const issuer = await LocalIssuer.open(path, false);
    issuer.put(lin);
    return issuer;
  };
  const verifier = (issuer: LocalIssuer) =>
    tokenVerifier({ issuer: localIssuer, audience: localAudience, keys: issuer.keySet });

  it('gives tokens that the services verify, with everything that authorisation needs', async () => {
    const issuer = await opened();
    const identity = await verifier(issuer)(`Bearer ${await issuer.token('lin')}`);
    expect(identity).toEqual({
      tenantId: lin.tenantId,
      userId: 'u-lin',
      repId: lin.repId,
      roles: ['REP'],
      teams: ['north'],
    });
  });

  it('keeps its key between starts, in a file that only its owner reads', async () => {
    const token = await (await opened()).token('lin');
    await expect(verifier(await LocalIssuer.open(path, false))(`Bearer ${token}`)).resolves.not.toBeNull();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keeps its users in the order in which they came, also when one changes', async () => {
    const issuer = await LocalIssuer.open(join(folder, 'order.json'), false);
    issuer.put(lin, { ...lin, name: 'gao' });
    issuer.put({ ...lin, title: 'Lin, on leave' });
    expect(issuer.users().map(({ name, title }) => [name, title])).toEqual([
      ['lin', 'Lin, on leave'],
      ['gao', lin.title],
    ]);
    expect(issuer.known()).toBe('lin, gao');
  });

  it('says who there is when the name is not known', async () => {
    const issuer = await opened();
    await expect(issuer.token('nobody')).rejects.toThrow(UnknownUser);
    await expect(issuer.token('nobody')).rejects.toThrow('known: lin');
  });

  it('does not run in production', async () => {
    await expect(LocalIssuer.open(path, true)).rejects.toThrow('NODE_ENV=production');
  });

  it('gives no token that another issuer would accept, and expired ones are refused', async () => {
    const issuer = await opened();
    const foreign = await LocalIssuer.open(join(folder, 'foreign.json'), false);
    foreign.put(lin);
    await expect(verifier(issuer)(`Bearer ${await foreign.token('lin')}`)).rejects.toThrow(InvalidToken);
    await expect(verifier(issuer)(`Bearer ${await issuer.token('lin', '-1h')}`)).rejects.toThrow('expired');
  });
});
