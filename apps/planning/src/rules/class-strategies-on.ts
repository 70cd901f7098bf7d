import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { AccountClass } from './account-class';
import { ClassStrategy } from './class-strategy';
import { ruleOn } from './in-force';
import { recordedRules } from './recorded-rules';

/** The strategy in force on a day for each class that has one; one statement. */
export async function classStrategiesOn(
  manager: EntityManager,
  tenantId: string,
  day: LocalDate,
): Promise<ReadonlyMap<AccountClass, ClassStrategy>> {
  const all = await recordedRules(manager, tenantId, ClassStrategy);
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
