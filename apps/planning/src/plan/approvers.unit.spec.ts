import type { Role } from '@fivepoint/service';
import { approversOf, approvingRole } from './approvers';

describe('who approves a plan (X13)', () => {
  it("is no manager where the plan is the whole company's", () => {
    expect(approversOf(null)).toEqual(['EXECUTIVE', 'ADMIN']);
    expect(approversOf('north')).toEqual(['EXECUTIVE', 'ADMIN', 'MANAGER']);
  });

  it('is a manager for the own team, and an executive or administrator for any', () => {
    const by = (roles: Role[], team: string | null, teams = ['north']) => approvingRole({ roles, teams }, team);
    expect(by(['MANAGER'], 'north')).toBe('MANAGER');
    expect(by(['MANAGER'], 'south')).toBeNull();
    expect(by(['MANAGER'], null)).toBeNull();
    expect(by(['REP', 'FINANCE', 'CSM', 'DELIVERY', 'PRESALES', 'PARTNER'], 'north')).toBeNull();
    for (const team of ['north', null]) {
      expect(by(['MANAGER', 'EXECUTIVE'], team, [])).toBe('EXECUTIVE');
      expect(by(['ADMIN'], team, [])).toBe('ADMIN');
    }
  });
});
