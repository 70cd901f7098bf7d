import { Field } from 'type-graphql';
import { Column } from 'typeorm';

/** Who did something, by the token: also somebody who is no rep, or the system itself. Beside the `Rep`, where the graph shows one. */
export function UserIdOf(whoDid: string, term: string): PropertyDecorator {
  return (target, property) => {
    Field(() => String, {
      nullable: true,
      description: `User id of who ${whoDid}, from the token; null where nobody did, or before this was kept (${term}).`,
    })(target, property);
    Column('text', { nullable: true })(target, property);
  };
}
