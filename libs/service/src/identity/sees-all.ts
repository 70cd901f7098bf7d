import type { ServiceName } from '@fivepoint/contracts';
import type { Role } from './identity';

/**
 * Which roles see every row of a service beside ADMIN and EXECUTIVE; all others see own and teams' rows (docs/security.md). In one place,
 * because a service asks it of another, too: planning for what it tells of all five, all of them for an account of planning's.
 */
export const seesAllIn: Readonly<Record<ServiceName, readonly Role[]>> = {
  planning: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES'],
  acquisition: [],
  deal: ['DELIVERY', 'FINANCE', 'CSM'],
  receivables: ['FINANCE', 'DELIVERY'],
  'customer-success': ['CSM'],
};
