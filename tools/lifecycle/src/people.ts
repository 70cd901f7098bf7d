import type { GraphUser } from './graph-user';

/** Who takes part in one turn of the lifecycle, each with the roles that the step needs. */
export interface People {
  /** ADMIN: registers accounts, products, reps. */
  admin: GraphUser;
  /** MANAGER: plans and approves. */
  manager: GraphUser;
  /** REP: acquires and wins. */
  rep: GraphUser;
  /** DELIVERY: delivers and has it accepted. */
  delivery: GraphUser;
  /** FINANCE: collects. */
  finance: GraphUser;
  /** CSM: renews. */
  csm: GraphUser;
}
