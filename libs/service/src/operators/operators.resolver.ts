import type { ServiceName } from '@fivepoint/contracts';
import { operatorsIn } from '@fivepoint/messaging';
import { Args, ArgsType, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Input } from '../graph/input';
import { First } from '../graph/page';
import { GraphContext } from '../subgraph/context';
import type { ResolverClass } from '../subgraph/schema';
import {
  ConsumerLag,
  DiscardParkedEventInput,
  ParkedEvent,
  ReleaseParkedEventResult,
  RetryParkedEventInput,
} from './parked-event';
import { discardParkedEvent, operatorsPrefix, retryParkedEvent } from './release';

/** No cursor: the list is worked off from its beginning, and what is behind comes forward. */
@ArgsType()
class ParkedEventsArgs {
  @First()
  first!: number;
}

const made = new Map<ServiceName, ResolverClass>();

/**
 * What an operator (ADMIN) sees and steers of a service's events, in the own tenant. The fields carry the service's name, because equal
 * root fields of two subgraphs do not compose. One class per service, however often the schema is built.
 */
export function operatorsResolver(service: ServiceName): ResolverClass {
  const existing = made.get(service);
  if (existing) return existing;
  const prefix = operatorsPrefix(service);

  @Resolver()
  class OperatorsResolver {
    @Authorized('ADMIN')
    @Query(() => [ParkedEvent], {
      name: `${prefix}ParkedEvents`,
      nullable: true,
      description: `Events that ${service} could not handle, oldest first (搁置事件).`,
    })
    async parkedEvents(
      @Ctx() context: GraphContext,
      @Args() { first: limit }: ParkedEventsArgs,
    ): Promise<ParkedEvent[]> {
      const { tenantId } = context.caller;
      const events = await context.inTransaction((manager) => operatorsIn(manager).listParked({ tenantId, limit }));
      return events.map((event) =>
        Object.assign(new ParkedEvent(), event, { payload: JSON.stringify(event.envelope) }),
      );
    }

    @Authorized('ADMIN')
    @Query(() => [ConsumerLag], {
      name: `${prefix}ConsumerLag`,
      nullable: true,
      description: `How ${service} stands with the events it received (消费积压).`,
    })
    async consumerLag(@Ctx() context: GraphContext): Promise<ConsumerLag[]> {
      const { tenantId } = context.caller;
      const lags = await context.inTransaction((manager) => operatorsIn(manager).consumerLag({ tenantId }));
      return lags.map((lag) => ({ ...lag, oldestSeconds: Math.round(lag.oldestSeconds) }));
    }

    @Authorized('ADMIN')
    @Mutation(() => ReleaseParkedEventResult, {
      nullable: true,
      name: `${prefix}RetryParkedEvent`,
      description: `Has an event that ${service} parked tried again (重试搁置事件).`,
    })
    retryParkedEvent(
      @Ctx() context: GraphContext,
      @Input(() => RetryParkedEventInput) input: RetryParkedEventInput,
    ): Promise<typeof ReleaseParkedEventResult> {
      return context.command(`${prefix}RetryParkedEvent`, input, (command) =>
        retryParkedEvent(command, input),
      ) as Promise<typeof ReleaseParkedEventResult>;
    }

    @Authorized('ADMIN')
    @Mutation(() => ReleaseParkedEventResult, {
      nullable: true,
      name: `${prefix}DiscardParkedEvent`,
      description: `Gives up an event that ${service} parked; its key goes on without it (放弃搁置事件).`,
    })
    discardParkedEvent(
      @Ctx() context: GraphContext,
      @Input(() => DiscardParkedEventInput) input: DiscardParkedEventInput,
    ): Promise<typeof ReleaseParkedEventResult> {
      return context.command(`${prefix}DiscardParkedEvent`, input, (command) =>
        discardParkedEvent(command, input),
      ) as Promise<typeof ReleaseParkedEventResult>;
    }
  }
  made.set(service, OperatorsResolver);
  return OperatorsResolver;
}
