import { GraphContext, LocalDateScalar } from '@fivepoint/service';
import { Authorized, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Tenant } from './tenant';

@Resolver(() => Tenant)
export class TenantResolver {
  @Authorized()
  @Query(() => Tenant, { nullable: true, description: 'Your own company (租户).' })
  tenant(@Ctx() context: GraphContext): Promise<Tenant | null> {
    return context.reads.one(Tenant, context.caller.tenantId);
  }

  @FieldResolver(() => LocalDateScalar, { description: 'Today in its time zone: the default of days (今天).' })
  today(@Ctx() context: GraphContext): Promise<string> {
    return context.today();
  }
}
