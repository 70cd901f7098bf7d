import { type ClassType, Field } from 'type-graphql';
import { In, type ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { AtMost } from '../graph/input-fields';
import type { Command } from './command';

/** The most rows that one bulk command takes. */
const mostRows = 500;

/** The one field of a bulk command's input: `@PastRows(() => PastDealRow) rows!: PastDealRow[]`. */
export const PastRows =
  (row: () => ClassType): PropertyDecorator =>
  (target, property) => {
    Field(() => [row()], { description: `The rows, at most ${mostRows} (各行).` })(target, property);
    AtMost(mostRows, 'send the rest in further calls')(target, property);
  };

/** Finds the ids that things of the kind have here, by the ids that they had in the older system. */
export const recordedAs =
  ({ manager, tenantId }: Command, entity: EntityClass & (new () => ObjectLiteral & Past)) =>
  async (externalIds: string[]): Promise<Map<string, string>> => {
    const there = await manager.findBy(entity, { tenantId, externalId: In(externalIds) });
    return new Map(there.map(({ externalId, id }) => [externalId ?? '', id]));
  };

interface Past {
  id: string;
  externalId: string | null;
}
