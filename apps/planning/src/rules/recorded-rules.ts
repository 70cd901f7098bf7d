import type { EntityManager } from 'typeorm';
import type { DatedRule } from './dated-rule';

/** The tenant's rules of a kind, in the order in which they were recorded; they are few. */
export const recordedRules = <T extends DatedRule>(
  manager: EntityManager,
  tenantId: string,
  Rule: new () => T,
): Promise<T[]> => manager.createQueryBuilder(Rule, 'e').where({ tenantId }).orderBy('e.id').getMany();
