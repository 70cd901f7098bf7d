import { topicsOf } from '@fivepoint/messaging';
import { services } from '../../../local/src/services';

export interface Reader {
  consumer: string;
  topics: ReadonlySet<string>;
  types: ReadonlySet<string>;
}

/** Every consumer of the house, with the types that it handles: taken from the services' own definitions. */
export const readers: readonly Reader[] = services.flatMap(({ consumers }) =>
  consumers.map((consumer) => ({
    consumer: consumer.name,
    topics: new Set(topicsOf(consumer)),
    types: new Set<string>(consumer.handlers.map(({ type }) => type)),
  })),
);
