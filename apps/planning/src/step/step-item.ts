import { DateTime } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import type { Tick } from './ticks';

@ObjectType({ description: 'Something that a step needs before it starts, or leaves behind (输入输出项).' })
export class StepItem {
  @Field({ description: 'Its name, as the template has it (名称).' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What proves that it is there; null: it is not there yet (依据).',
  })
  evidence!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When that was said, UTC; null: it is not there yet (勾选时间).',
  })
  tickedAt!: Date | null;
}

/** What a template names, each with its tick where it has one, in the template's order. Pure. */
export function itemsOf(names: readonly string[], ticks: readonly Tick[]): StepItem[] {
  return names.map((name) => {
    const tick = ticks.find((one) => one.name === name);
    const { evidence = null, tickedAt } = tick ?? {};
    return Object.assign(new StepItem(), { name, evidence, tickedAt: tickedAt ? new Date(tickedAt) : null });
  });
}
