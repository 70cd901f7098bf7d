import type { Role } from '../identity/identity';
import { seesEveryRow, seesOwned } from './visibility';

const viewer = (roles: Role[], repId: string | null = 'lin', teams: string[] = ['north']) => ({
  identity: { tenantId: 't', userId: 'u', repId, roles, teams },
  seesAll: ['FINANCE' as const],
});

describe('who sees every row of a service', () => {
  it('is the management everywhere, and whom the service lets', () => {
    for (const role of ['ADMIN', 'EXECUTIVE', 'FINANCE'] as const) {
      expect(seesEveryRow(viewer([role]))).toBe(true);
      expect(seesEveryRow(viewer(['REP', role]))).toBe(true);
    }
    for (const role of ['REP', 'MANAGER', 'CSM', 'PARTNER'] as const) expect(seesEveryRow(viewer([role]))).toBe(false);
    expect(seesEveryRow(viewer([]))).toBe(false);
  });
});

describe('who sees one owned thing', () => {
  const lins = { ownerId: 'lin', team: 'north' };

  it('is the owner, the team it is shared with, and who sees everything', () => {
    expect(seesOwned(viewer(['REP'], 'lin', []), lins)).toBe(true);
    expect(seesOwned(viewer(['REP'], 'gao', ['east', 'north']), lins)).toBe(true);
    expect(seesOwned(viewer(['FINANCE'], null, []), lins)).toBe(true);
    expect(seesOwned(viewer(['REP'], 'gao', ['south']), lins)).toBe(false);
  });

  it('is no partner, though one with a role in the house besides, and nobody without a role', () => {
    expect(seesOwned(viewer(['PARTNER']), lins)).toBe(false);
    expect(seesOwned(viewer([]), lins)).toBe(false);
    expect(seesOwned(viewer(['PARTNER', 'REP']), lins)).toBe(true);
  });

  it('is nobody for being nobody: without an owner and a team only those see it who see everything', () => {
    const nobodys = { ownerId: null, team: null };
    expect(seesOwned(viewer(['REP'], null, []), nobodys)).toBe(false);
    expect(seesOwned(viewer(['ADMIN'], null, []), nobodys)).toBe(true);
  });
});
