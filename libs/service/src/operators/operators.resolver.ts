import type { ServiceName } from '@fivepoint/contracts';
import { operatorsIn } from '@fivepoint/messaging';
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { GraphContext } from '../subgraph/context';
import { Input } from '../graph/input';
import type { ResolverClass } from '../subgraph/schema';
import {
  ConsumerLag,
  DiscardParkedEventInput,
  ParkedEvent,
  ReleaseParkedEventResult,
  RetryParkedEventInput,
} from './parked-event';
import { discardParkedEvent, operatorsPrefix, retryParkedEvent } from './release';

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
      @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1–100 (条数).' }) first: number,
    ): Promise<ParkedEvent[]> {
      const { tenantId } = context.caller;
      const limit = Math.min(Math.max(first, 1), 100);
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
    consumerLag(@Ctx() context: GraphContext): Promise<ConsumerLag[]> {
      const { tenantId } = context.caller;
      return context.inTransaction((manager) => operatorsIn(manager).consumerLag({ tenantId }));
    }

    @Authorized('ADMIN')
    @Mutation(() => ReleaseParkedEventResult, {
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
