import type { ObjectLiteral } from 'typeorm';
import { ArgsType, type ClassType, Field } from 'type-graphql';
import type { Conditions } from './filter';
import { type Order, type OrderFields, orderInput } from './order';
import { After, type Connection, connectionOf, First, PageArgs } from './page';

type Identified = ObjectLiteral & { id: string };

/** The arguments of a list: which rows, in which order, and which page of them. */
export interface ListArgs<F extends object = object> extends PageArgs {
  filter?: F | null;
  orderBy?: Order | null;
}

/** What can be asked of a list of one type of rows; it is the same wherever the list hangs. */
export interface List<T extends Identified, F extends object = object> {
  readonly node: new () => T;
  readonly Connection: ClassType<Connection<T>>;
  readonly Args: ClassType<ListArgs<F>>;
  readonly where: Conditions<F> | undefined;
  readonly fields: OrderFields<T, string>;
  readonly order: Order;
}

/** Every row has been recorded one day, and its id tells when. */
const createdAt = { by: 'id', description: 'When it was recorded here (创建时间).' } as const;

/**
 * A list of entities, with its filter and its orders; newest first unless `order` says otherwise:
 *
 *     export const DealList = listOf(Deal, 'deals', {
 *       filter: DealFilter,
 *       where: { stages: among('stage'), accountId: is('accountId') },
 *       orders: { AMOUNT: { by: 'amount', description: 'Expected amount, currency by currency (预计金额).' } },
 *     });
 *
 *     @Query(() => DealList.Connection, { nullable: true, description: 'The deals that you may see (商机列表).' })
 *     deals(@Ctx() context: GraphContext, @Args(() => DealList.Args) args: ListArgs<DealFilter>) {
 *       return context.reads.page(DealList, args);
 *     }
 */
export function listOf<T extends Identified, F extends object, K extends string = never>(
  node: ClassType<T> & (new () => T),
  plural: string,
  options: {
    filter: ClassType<F>;
    where: Conditions<F>;
    orders?: OrderFields<T, K>;
    order?: Order<NoInfer<K> | 'CREATED_AT'>;
  },
): List<T, F> {
  const { filter, where, orders, order = { field: 'CREATED_AT', direction: 'DESC' } } = options;
  const fields = { CREATED_AT: createdAt, ...orders } as OrderFields<T, string>;
  const NodeOrder = orderInput(node, plural, fields);

  @ArgsType()
  class Args implements ListArgs<F> {
    @Field(() => filter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: F | null;

    @Field(() => NodeOrder, { nullable: true, defaultValue: order, description: 'Its order (排序).' })
    orderBy?: Order | null;

    @First()
    first!: number;

    @After()
    after?: string | null;
  }
  return { node, Connection: connectionOf(node), Args, where, fields, order };
}

/** A list that is read in the one order it has, such as the entries of a ledger; with a filter where it has one. */
export function sequenceOf<T extends Identified, F extends object = object>(
  node: ClassType<T> & (new () => T),
  by: keyof T & string,
  direction: Order['direction'],
  narrowed?: { filter: ClassType<F>; where: Conditions<F> },
): List<T, F> {
  const order = { field: by, direction };
  const shared = { node, Connection: connectionOf(node), fields: { [by]: { by, description: '' } }, order };
  if (!narrowed) return { ...shared, Args: PageArgs as ClassType<ListArgs<F>>, where: undefined };
  const { filter, where } = narrowed;

  @ArgsType()
  class Args implements ListArgs<F> {
    @Field(() => filter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: F | null;

    @First()
    first!: number;

    @After()
    after?: string | null;
  }
  return { ...shared, Args, where };
}
