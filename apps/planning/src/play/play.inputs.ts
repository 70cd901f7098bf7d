import { CommandInput, TextField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Adds a way in which lines are won to the catalogue (登记打法).' })
export class RegisterPlayInput extends CommandInput {
  @TextField('What it is called; unique in the tenant (名称).', { max: 200 })
  name!: string;

  @TextField('What is done, in a sentence (说明).', { max: 2000 })
  action!: string;
}

@InputType({ description: 'Narrows a list of plays; all given conditions must hold (筛选).' })
export class PlayFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;
}
