import { UUID } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Planning's account, extended with what this service knows about it. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A named buying unit; owned by planning (客户).' })
export class Account {
  @Field(() => UUID, { description: 'Time-ordered id, UUIDv7 (标识).' })
  id!: string;
}
