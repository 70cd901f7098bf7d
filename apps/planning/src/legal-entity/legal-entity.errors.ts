import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows who has the code as `legalEntity`. */
@ObjectType({
  implements: Refusal,
  description: 'Another company has this code already: take that one (统一社会信用代码已存在).',
})
export class CreditCodeTaken extends Refusal {
  constructor(
    readonly legalEntityId: string,
    name: string,
  ) {
    super('CREDIT_CODE_TAKEN', `${name} has this unified social credit code already; take that company.`);
  }
}
