import { DateTime, TenantRow } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, type EntityManager } from 'typeorm';

/** A company that uses the house. Its row's id is the tenant's id; the command line registers it, nobody edits it here. */
@ObjectType({ description: 'A company that uses the house (租户).' })
@Entity('tenant')
export class Tenant extends TenantRow {
  @Field(() => String, { description: 'Name of the company (名称).' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'IANA time zone that decides its calendar days, such as Asia/Shanghai (时区).' })
  @Column('text')
  timeZone!: string;

  @Field(() => String, { description: 'ISO 4217 code that amounts default to, such as CNY (币种).' })
  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Field(() => DateTime, { description: 'When it was registered, UTC (登记时间).' })
  @Column('timestamptz')
  createdAt!: Date;
}

/** The tenant's time zone; UTC until the tenant has been registered. */
export async function timeZoneOf(manager: EntityManager, tenantId: string): Promise<string> {
  const tenant = await manager.findOneBy(Tenant, { tenantId, id: tenantId });
  return tenant?.timeZone ?? 'UTC';
}
