import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { type ChangedLine, PlanLineChangeKind } from './changed-lines';
import { PlanVersion } from './plan-version';

@ObjectType({ description: 'A line that differs between two versions of a plan (计划行变更).' })
export class PlanLineChange {
  planLineId!: string;
  beforeId!: string | null;
  afterId!: string | null;

  @Field(() => PlanLineChangeKind, { description: 'How it differs (变更类型).' })
  kind!: PlanLineChangeKind;
}

@ObjectType({ description: 'Two versions of a plan side by side, over all their lines (版本对比).' })
export class PlanComparison {
  changed!: ChangedLine[];

  @Field(() => PlanVersion, { description: 'The version that it is compared with (变更前).' })
  before!: PlanVersion;

  @Field(() => PlanVersion, { description: 'The version that is compared (变更后).' })
  after!: PlanVersion;

  @Field(() => MoneyValue, { description: "Sum of the earlier version's targets, exactly (变更前总目标)." })
  targetBefore!: MoneyValue;

  @Field(() => MoneyValue, { description: "Sum of the later version's targets, exactly (变更后总目标)." })
  targetAfter!: MoneyValue;

  @Field(() => MoneyValue, { description: 'The later sum less the earlier one (差额).' })
  difference!: MoneyValue;

  @Field(() => Int, { description: 'How many lines are only in the later version (新增行数).' })
  addedCount(): number {
    return this.count('ADDED');
  }

  @Field(() => Int, { description: 'How many lines are in both and differ (变更行数).' })
  changedCount(): number {
    return this.count('CHANGED');
  }

  @Field(() => Int, { description: 'How many lines are only in the earlier version (撤出行数).' })
  withdrawnCount(): number {
    return this.count('WITHDRAWN');
  }

  private count(wanted: PlanLineChangeKind): number {
    return this.changed.filter(({ kind }) => kind === wanted).length;
  }
}
