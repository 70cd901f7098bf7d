import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
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
import { Contact } from '../contact/contact';
import { Product } from '../product/product';
import { DemandDriver } from './demand-driver';
import { DemandDriverExists } from './driver.errors';
import {
  DemandDriverFilter,
  DriverMeasureFilter,
  RecordDriverMeasureInput,
  RegisterDemandDriverInput,
} from './driver.inputs';
import { DemandDriverList, DriverMeasureList } from './driver.lists';
import { DriverMeasure } from './driver-measure';
import { recordDriverMeasure } from './record-driver-measure';
import { registerDemandDriver } from './register-demand-driver';

const RegisterDemandDriverResult = createUnionType({
  name: 'RegisterDemandDriverResult',
  description: 'The new driver, or why there is none (登记结果).',
  types: () => [DemandDriver, DemandDriverExists, InvalidInput, IdempotencyKeyReused] as const,
});

const RecordDriverMeasureResult = createUnionType({
  name: 'RecordDriverMeasureResult',
  description: 'The recorded measure, or why there is none (登记结果).',
  types: () => [DriverMeasure, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => DemandDriver)
export class DemandDriverResolver {
  @Authorized()
  @Query(() => DemandDriver, {
    nullable: true,
    description: 'One driver of demand; null when there is none (驱动因素).',
  })
  demandDriver(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<DemandDriver | null> {
    return context.reads.one(DemandDriver, id);
  }

  @Authorized()
  @Query(() => DemandDriverList.Connection, { nullable: true, description: 'The drivers of demand (驱动因素列表).' })
  demandDrivers(
    @Ctx() context: GraphContext,
    @Args(() => DemandDriverList.Args) args: ListArgs<DemandDriverFilter>,
  ): Promise<Connection<DemandDriver>> {
    return context.reads.page(DemandDriverList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RegisterDemandDriverResult, {
    nullable: true,
    description: 'Names something that makes customers buy, for all accounts (登记驱动因素).',
  })
  registerDemandDriver(
    @Ctx() context: GraphContext,
    @Input(() => RegisterDemandDriverInput) input: RegisterDemandDriverInput,
  ): Promise<typeof RegisterDemandDriverResult> {
    return context.command('registerDemandDriver', input, (command) => registerDemandDriver(command, input));
  }
}

@Resolver(() => DemandDriverExists)
export class DemandDriverExistsResolver {
  @FieldResolver(() => DemandDriver, { nullable: true, description: 'The driver that is there (已有驱动因素).' })
  demandDriver(
    @Ctx() context: GraphContext,
    @Root() { demandDriverId }: DemandDriverExists,
  ): Promise<DemandDriver | null> {
    return context.reads.one(DemandDriver, demandDriverId);
  }
}

@Resolver(() => DriverMeasure)
export class DriverMeasureResolver {
  @Authorized()
  @Query(() => DriverMeasure, {
    nullable: true,
    description: 'One measure of a driver; null when there is none that you may see (驱动量).',
  })
  driverMeasure(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<DriverMeasure | null> {
    return context.reads.one(DriverMeasure, id);
  }

  @Authorized()
  @Query(() => DriverMeasureList.Connection, {
    nullable: true,
    description: 'The measures of drivers at accounts that you may see (驱动量列表).',
  })
  driverMeasures(
    @Ctx() context: GraphContext,
    @Args(() => DriverMeasureList.Args) args: ListArgs<DriverMeasureFilter>,
  ): Promise<Connection<DriverMeasure>> {
    return context.reads.page(DriverMeasureList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM')
  @Mutation(() => RecordDriverMeasureResult, {
    nullable: true,
    description: 'Records how much of a driver there is at an account, and what it buys because of it (登记驱动量).',
  })
  recordDriverMeasure(
    @Ctx() context: GraphContext,
    @Input(() => RecordDriverMeasureInput) input: RecordDriverMeasureInput,
  ): Promise<typeof RecordDriverMeasureResult> {
    return context.command('recordDriverMeasure', input, (command) => recordDriverMeasure(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Where it was measured (客户).' })
  account(@Ctx() context: GraphContext, @Root() measure: DriverMeasure): Promise<Account | null> {
    return context.reads.one(Account, measure.accountId);
  }

  @FieldResolver(() => DemandDriver, { nullable: true, description: 'What was measured (驱动因素).' })
  demandDriver(@Ctx() context: GraphContext, @Root() measure: DriverMeasure): Promise<DemandDriver | null> {
    return context.reads.one(DemandDriver, measure.demandDriverId);
  }

  @FieldResolver(() => Product, {
    nullable: true,
    description: 'What is bought because of it; null while open (产品).',
  })
  product(@Ctx() context: GraphContext, @Root() measure: DriverMeasure): Promise<Product | null> | null {
    return measure.productId === null ? null : context.reads.one(Product, measure.productId);
  }

  @FieldResolver(() => [Contact], { nullable: true, description: 'The people for whom it matters (相关联系人).' })
  async contacts(@Ctx() context: GraphContext, @Root() measure: DriverMeasure): Promise<Contact[]> {
    const contacts = await Promise.all(measure.contactIds.map((id) => context.reads.one(Contact, id)));
    return contacts.filter((contact) => contact !== null);
  }
}

/** What drives an account's demand. */
@Resolver(() => Account)
export class AccountDriverResolver {
  @FieldResolver(() => DriverMeasureList.Connection, {
    nullable: true,
    description: 'What drives its demand, as it was found over time (驱动量).',
  })
  driverMeasures(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => DriverMeasureList.Args) args: ListArgs<DriverMeasureFilter>,
  ): Promise<Connection<DriverMeasure>> {
    return context.reads.pageBy(DriverMeasureList, 'accountId', account.id, args);
  }
}
