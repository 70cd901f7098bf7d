import { CommandInput, ExpectedVersion, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

const creditCode =
  '18 characters with their check character, blanks and lower case allowed; unique in the tenant (统一社会信用代码).';

@InputType({ description: 'Registers a company that accounts buy through (登记法人主体).' })
export class RegisterLegalEntityInput extends CommandInput {
  @TextField('Its registered name (企业名称).', { max: 200 })
  name!: string;

  @TextField(`Its code of GB 32100, left out for a foreign company: ${creditCode}`, { max: 40, optional: true })
  creditCode?: string | null;
}

@InputType({ description: 'Changes a company; what is left out stays as it is (变更法人主体).' })
export class UpdateLegalEntityInput extends CommandInput {
  @Field(() => UUID, { description: 'The company (法人主体).' })
  legalEntityId!: string;

  @TextField('New registered name (企业名称).', { max: 200, optional: true })
  name?: string | null;

  @TextField(`New code of GB 32100; null: none any more. ${creditCode}`, { max: 40, optional: true })
  creditCode?: string | null;

  @ExpectedVersion('legal entity')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of legal entities; all given conditions must hold (筛选).' })
export class LegalEntityFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With this code, blanks and lower case allowed (统一社会信用代码).',
  })
  creditCode?: string | null;
}
