import { GraphContext } from '@fivepoint/service';
import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { Tenant } from './tenant';

@Resolver(() => Tenant)
export class TenantResolver {
  @Authorized()
  @Query(() => Tenant, { nullable: true, description: 'Your own company (租户).' })
  tenant(@Ctx() context: GraphContext): Promise<Tenant | null> {
    return context.reads.one(Tenant, context.caller.tenantId);
  }
}
