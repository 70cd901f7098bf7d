import { Field, Int, ObjectType } from 'type-graphql';
import type { Account } from '../account/account';
import { AccountClass } from './account-class';
import type { ClassStrategy } from './class-strategy';
import { LifecycleStage } from './lifecycle-stages';
import type { StageStrategy } from './stage-strategy';

/** What is to be done with an account today: by its class how much, by its stage to what end (capabilities P16, P19). */
@ObjectType({ description: 'What is done with an account today, by its class and its stage (客户策略).' })
export class AccountStrategy {
  @Field(() => AccountClass, { nullable: true, description: 'Its class today; null while it has none (客户类型).' })
  class!: AccountClass | null;

  @Field(() => LifecycleStage, {
    nullable: true,
    description: 'The stage of the relationship today; null while it is not assessed (关系阶段).',
  })
  stage!: LifecycleStage | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be reached with accounts of its class; null without a class (目的).',
  })
  purpose!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'At most so many days between two contacts; null without a class (联系周期).',
  })
  cadenceDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hours of work on it in a month, by its own word or else by its class; null without both (每月投入).',
  })
  effortHours!: number | null;

  @Field(() => Boolean, {
    description: "Whether the effort is the account's own word, not its class's (是否客户自定).",
  })
  ownEffort!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What is done with accounts of its class, with which plays; null without a class (战术与打法).',
  })
  tactics!: string | null;

  /** Of its class; none without one. The graph shows them as `plays`. */
  playIds!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'What is to be reached in its stage; null while it is not assessed (阶段目的).',
  })
  stagePurpose!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is done in its stage, with which plays; null while it is not assessed (阶段战术).',
  })
  stageTactics!: string | null;
}

/** The strategy of an account by what is in force for its class and its stage. Pure. */
export function strategyOf(
  account: Pick<Account, 'class' | 'stage' | 'effortHours'>,
  ofClass: ClassStrategy | null,
  ofStage: StageStrategy | null,
): AccountStrategy {
  return Object.assign(new AccountStrategy(), {
    ...{ class: account.class, stage: account.stage },
    purpose: ofClass?.purpose ?? null,
    cadenceDays: ofClass?.cadenceDays ?? null,
    ...effortOf(account, ofClass),
    tactics: ofClass?.tactics ?? null,
    playIds: ofClass?.playIds ?? [],
    stagePurpose: ofStage?.purpose ?? null,
    stageTactics: ofStage?.tactics ?? null,
  });
}

/** How much work an account takes: its own word wins over its class's. Pure. */
export const effortOf = (
  { effortHours }: Pick<Account, 'effortHours'>,
  ofClass: Pick<ClassStrategy, 'effortHours'> | null,
): { effortHours: number | null; ownEffort: boolean } => ({
  effortHours: effortHours ?? ofClass?.effortHours ?? null,
  ownEffort: effortHours !== null,
});
