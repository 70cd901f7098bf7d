import { Decimal, MoneyValue } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { RehearsalDifference } from './difference';

@ObjectType({ description: 'How a rehearsal differs from another one (推演对比).' })
export class RehearsalComparison {
  @Field({ description: 'Both had the same luck: lines that both have drew the same (种子相同).' })
  sameSeed!: boolean;

  @Field({ description: 'Both were played through as many times (次数相同).' })
  sameTrialCount!: boolean;

  @Field(() => RehearsalDifference, {
    nullable: true,
    description: 'This one less the other; null while one is not done, and between two currencies (差异).',
  })
  difference!: RehearsalDifference | null;
}

@ObjectType({ description: 'How a line stands in a rehearsal and in another one (行对比).' })
export class RehearsedLineComparison {
  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Its target here less its target there; null for who may not see the line (目标之差).',
  })
  target!: MoneyValue | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Its sensitivity here less that there, with 4 decimals; null where one of them has none (敏感度之差).',
  })
  sensitivity!: string | null;
}
