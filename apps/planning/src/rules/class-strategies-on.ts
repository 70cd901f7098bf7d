import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { AccountClass } from './account-class';
import { ClassStrategy } from './class-strategy';
import { ruleOn } from './in-force';

/** The strategy in force on a day for each class that has one; one statement. */
export async function classStrategiesOn(
  manager: EntityManager,
  tenantId: string,
  day: LocalDate,
): Promise<ReadonlyMap<AccountClass, ClassStrategy>> {
  const all = await manager.find(ClassStrategy, { where: { tenantId }, order: { id: 'ASC' } });
  const classes = [...new Set(all.map((one) => one.class))];
  return new Map(
    classes.flatMap((of) => {
      const strategy = ruleOn(
        all.filter((one) => one.class === of),
        day,
      );
      return strategy ? [[of, strategy] as const] : [];
    }),
  );
}
