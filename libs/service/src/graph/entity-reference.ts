import { type ClassType, Directive, Field, ObjectType } from 'type-graphql';
import { UUID } from './scalars';

/** Another service's entity as this one knows it: by its id. The gateway fetches the rest from its owner. */
export interface EntityReference {
  id: string;
}

/**
 * The stub of an entity that another service owns and this one only points to:
 *
 *     export const Product = entityReference('Product', 'A product of the catalogue; owned by planning (产品).');
 */
export function entityReference(name: string, description: string): ClassType<EntityReference> {
  @Directive('@key(fields: "id", resolvable: false)')
  @ObjectType(name, { description })
  class Reference implements EntityReference {
    @Field(() => UUID, { description: 'Time-ordered id, UUIDv7 (标识).' })
    id!: string;
  }
  return Reference;
}

/** The reference to an id, where there is one. */
export const referenceTo = (id: string | null): EntityReference | null => (id === null ? null : { id });
