import { TenantRow } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, type EntityManager, VersionColumn } from 'typeorm';
import { UserIdOf } from '../rep/user-id-of';

/** What holds for all plans of a tenant. Its row's id is the tenant's; until somebody changes something there is none, and what is shipped holds. */
@ObjectType({ description: 'What holds for all plans of a company (计划规则).' })
@Entity('plan_rules')
export class PlanRules extends TenantRow {
  @Field(() => Int, { description: 'Grows with every change; send it back as expectedVersion (版本号).' })
  @VersionColumn()
  version!: number;

  @Field(() => Int, {
    description: 'How many rehearsals of the company may wait and run at the same time, 1–100 (同时推演上限).',
  })
  @Column('int')
  mostRehearsalCount!: number;

  @UserIdOf('last changed them', '修改人账号')
  changerUserId!: string | null;
}

const shipped = { mostRehearsalCount: 10, changerUserId: null };

/** The tenant's rules; what is shipped where none are kept. */
export async function rulesOf(manager: EntityManager, tenantId: string): Promise<PlanRules> {
  const kept = await manager.findOneBy(PlanRules, { tenantId, id: tenantId });
  return kept ?? Object.assign(new PlanRules(), { tenantId, id: tenantId, version: 0, ...shipped });
}
