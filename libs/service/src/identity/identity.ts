/** Who may do what. Authorisation by object lives in the subgraphs; these are the coarse roles (角色) a token carries. */
export const roles = [
  'REP',
  'MANAGER',
  'EXECUTIVE',
  'FINANCE',
  'DELIVERY',
  'PRESALES',
  'CSM',
  'ADMIN',
  'PARTNER',
] as const;
export type Role = (typeof roles)[number];

/** The verified caller of an operation. `repId` is the caller's row in planning's `Rep`, where there is one. */
export interface Identity {
  readonly tenantId: string;
  readonly userId: string;
  readonly repId: string | null;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** The principal of what a service does by itself, such as working off what was queued: it belongs to its tenant and sees the whole of it. */
export function backgroundPrincipal(tenantId: string, work: string): Identity {
  return { tenantId, userId: `background:${work}`, repId: null, roles: ['ADMIN'], teams: [] };
}

/** The principal of work that has fallen due: it belongs to its tenant and sees the whole of it. */
export function duePrincipal(tenantId: string, kind: string): Identity {
  return { tenantId, userId: `due:${kind}`, repId: null, roles: ['ADMIN'], teams: [] };
}

/** The principal under which a handoff's handler acts: it belongs to the tenant of the event and sees the whole of it. */
export function eventPrincipal(tenantId: string, eventType: string): Identity {
  return { tenantId, userId: `event:${eventType}`, repId: null, roles: ['ADMIN'], teams: [] };
}
