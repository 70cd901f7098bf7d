import type { Role } from '@fivepoint/service';

/** Who sees every row here beside ADMIN and EXECUTIVE: finance collects for the whole company, delivery delivers for it; of receipts finance alone. */
export const seesAll: readonly Role[] = ['FINANCE', 'DELIVERY'];
