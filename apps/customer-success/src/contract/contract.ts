import { UUID } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Deal's contract, extended with what becomes of the customer after signing. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A signed contract; owned by deal (合同).' })
export class Contract {
  @Field(() => UUID, { description: 'Time-ordered id, UUIDv7 (标识).' })
  id!: string;
}
