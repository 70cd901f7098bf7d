import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AccountLevel } from '../account/account.levels';
import type { RollUpBy } from './roll-up-by';

@ObjectType({ description: 'What some lines of a version of a plan add up to, exactly (汇总行).' })
export class RollUpRow {
  by!: RollUpBy;
  /** The id of what they have in common, or the name of their team; null where there is nothing, or nothing that the viewer may see. */
  key!: string | null;

  @Field(() => MoneyValue, { description: 'Sum of their targets (目标合计).' })
  target!: MoneyValue;

  @Field(() => MoneyValue, { description: 'Sum of their floors (保底合计).' })
  floor!: MoneyValue;

  @Field(() => MoneyValue, {
    description: 'Sum of their stretches; a line without one may reach its target (冲刺合计).',
  })
  stretch!: MoneyValue;

  @Field(() => Int, { description: 'How many lines that is (行数).' })
  lineCount!: number;

  @Field(() => String, { nullable: true, description: 'The team whose lines they are, by TEAM (团队).' })
  team(): string | null {
    return this.by === 'TEAM' ? this.key : null;
  }
}

@ObjectType({
  description:
    'The lines of a version of a plan, added up by what they have in common: rows and hidden are the total, exactly (计划汇总).',
})
export class RollUp {
  versionId!: string;
  by!: RollUpBy;
  sums!: RollUpRow[];

  @Field(() => RollUpRow, { description: 'All lines together, whoever sees them (总计).' })
  total!: RollUpRow;

  @Field(() => RollUpRow, {
    nullable: true,
    description: 'What is not visible to you, in one sum; null when you see every line (对你不可见).',
  })
  hidden!: RollUpRow | null;
}

/** The level that accounts are added up at. */
export const levelOf = (by: RollUpBy): AccountLevel | null =>
  by === 'GROUP' || by === 'PROVINCE' || by === 'CITY' || by === 'UNIT' ? by : null;
