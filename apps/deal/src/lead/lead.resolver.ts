import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Deal } from '../deal/deal';
import { Lead } from './lead';

@Resolver(() => Lead)
export class LeadResolver {
  @FieldResolver(() => Deal, {
    nullable: true,
    description: 'The deal that it became; null while it is no opportunity (商机).',
  })
  deal(@Ctx() context: GraphContext, @Root() lead: Lead): Promise<Deal | null> {
    return context.reads.oneBy(Deal, 'leadId', lead.id);
  }
}
