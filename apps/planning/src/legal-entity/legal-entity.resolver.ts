import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account';
import { AccountFilter } from '../account/account.inputs';
import { AccountList } from '../account/account.list';
import { LegalEntity } from './legal-entity';
import { CreditCodeTaken } from './legal-entity.errors';
import { LegalEntityFilter, RegisterLegalEntityInput, UpdateLegalEntityInput } from './legal-entity.inputs';
import { LegalEntityList } from './legal-entity.list';
import { registerLegalEntity } from './register-legal-entity';
import { updateLegalEntity } from './update-legal-entity';

const RegisterLegalEntityResult = createUnionType({
  name: 'RegisterLegalEntityResult',
  description: 'The registered company, or why there is none (登记结果).',
  types: () => [LegalEntity, CreditCodeTaken, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateLegalEntityResult = createUnionType({
  name: 'UpdateLegalEntityResult',
  description: 'The changed company, or why it could not be changed (变更结果).',
  types: () => [LegalEntity, NotFound, VersionConflict, CreditCodeTaken, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => LegalEntity)
export class LegalEntityResolver {
  @Authorized()
  @Query(() => LegalEntity, { nullable: true, description: 'One company; null when there is none (法人主体).' })
  legalEntity(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<LegalEntity | null> {
    return context.reads.one(LegalEntity, id);
  }

  @Authorized()
  @Query(() => LegalEntityList.Connection, { nullable: true, description: 'The companies (法人主体列表).' })
  legalEntities(
    @Ctx() context: GraphContext,
    @Args(() => LegalEntityList.Args) args: ListArgs<LegalEntityFilter>,
  ): Promise<Connection<LegalEntity>> {
    return context.reads.page(LegalEntityList, args);
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => RegisterLegalEntityResult, {
    nullable: true,
    description: 'Registers a company that accounts buy through, once per credit code (登记法人主体).',
  })
  registerLegalEntity(
    @Ctx() context: GraphContext,
    @Input(() => RegisterLegalEntityInput) input: RegisterLegalEntityInput,
  ): Promise<typeof RegisterLegalEntityResult> {
    return context.command('registerLegalEntity', input, (command) => registerLegalEntity(command, input));
  }

  @Authorized('MANAGER')
  @Mutation(() => UpdateLegalEntityResult, {
    nullable: true,
    description: 'Changes the name or the credit code of a company (变更法人主体).',
  })
  updateLegalEntity(
    @Ctx() context: GraphContext,
    @Input(() => UpdateLegalEntityInput) input: UpdateLegalEntityInput,
  ): Promise<typeof UpdateLegalEntityResult> {
    return context.command('updateLegalEntity', input, (command) => updateLegalEntity(command, input));
  }

  @FieldResolver(() => AccountList.Connection, {
    nullable: true,
    description: 'The accounts that buy through it and that you may see (所属客户).',
  })
  accounts(
    @Ctx() context: GraphContext,
    @Root() legalEntity: LegalEntity,
    @Args(() => AccountList.Args) args: ListArgs<AccountFilter>,
  ): Promise<Connection<Account>> {
    return context.reads.pageBy(AccountList, 'legalEntityId', legalEntity.id, args);
  }
}

@Resolver(() => CreditCodeTaken)
export class CreditCodeTakenResolver {
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The company that has it (已有法人主体).' })
  legalEntity(@Ctx() context: GraphContext, @Root() { legalEntityId }: CreditCodeTaken): Promise<LegalEntity | null> {
    return context.reads.one(LegalEntity, legalEntityId);
  }
}
