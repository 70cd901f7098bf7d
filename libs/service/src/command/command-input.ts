import { InputType } from 'type-graphql';
import { TextField } from '../graph/input-fields';

/** What every command's input may carry: a key that makes sending it again harmless. */
@InputType()
export abstract class CommandInput {
  @TextField(
    'The same key with the same input does it once and answers the same, with other input it is refused; kept 30 days (幂等键).',
    { max: 200, optional: true },
  )
  idempotencyKey?: string | null;
}
