import { IsOptional, MaxLength, MinLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** What every command's input may carry: a key that makes sending it again harmless. */
@InputType()
export abstract class CommandInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The same key with the same input does it once and answers the same (幂等键); with other input it is refused. Kept 30 days.',
  })
  @IsOptional()
  @MinLength(1, { message: 'idempotencyKey must not be empty; leave it out where there is none' })
  @MaxLength(200, { message: 'idempotencyKey may have at most 200 characters' })
  idempotencyKey?: string | null;
}
