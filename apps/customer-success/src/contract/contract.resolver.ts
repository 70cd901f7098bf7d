import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Renewal } from '../renewal/renewal';
import { SuccessPlan } from '../success-plan/success-plan';
import { Contract } from './contract';

@Resolver(() => Contract)
export class ContractResolver {
  @FieldResolver(() => SuccessPlan, {
    nullable: true,
    description: 'The success plan that its signing opened (客户成功计划).',
  })
  successPlan(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<SuccessPlan | null> {
    return context.reads.oneBy(SuccessPlan, 'contractId', contract.id);
  }

  @FieldResolver(() => Renewal, { nullable: true, description: 'The renewal that its signing planned (续单).' })
  renewal(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<Renewal | null> {
    return context.reads.oneBy(Renewal, 'contractId', contract.id);
  }
}
