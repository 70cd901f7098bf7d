import { UUID } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Acquisition's lead, extended with the deal that it became. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A sign of demand on its way to an opportunity; owned by acquisition (线索).' })
export class Lead {
  @Field(() => UUID, { description: 'Time-ordered id, UUIDv7 (标识).' })
  id!: string;
}
