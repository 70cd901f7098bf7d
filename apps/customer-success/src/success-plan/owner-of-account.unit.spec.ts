import { ownerOfAccount } from './owner-of-account';

describe('who is accountable for a customer', () => {
  const now = { ownerId: 'lin', team: 'north' };
  const before = { ownerId: 'gao', team: 'south' };

  it('is the owner of the account, whoever signed its contract', () => {
    expect(ownerOfAccount(now, before)).toEqual(now);
    expect(ownerOfAccount(now, null)).toEqual(now);
  });

  it('is the owner of its contract where planning names no owner with a team, and never half of both', () => {
    for (const half of [
      { ownerId: null, team: null },
      { ownerId: 'lin', team: null },
      { ownerId: null, team: 'north' },
    ]) {
      expect(ownerOfAccount(half, before)).toEqual(before);
      expect(ownerOfAccount(half, null)).toEqual(half);
    }
    expect(ownerOfAccount(null, before)).toEqual(before);
    expect(ownerOfAccount(null, null)).toEqual({ ownerId: null, team: null });
  });
});
