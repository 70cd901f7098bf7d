import { wholeInBasisPoints } from '@fivepoint/kernel';
import { InputProblem, TextField, WholeField } from '@fivepoint/service';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

/** How much the lines of a group share (rules §4): ρ in basis points. */
export interface Correlation {
  group: string;
  basisPoints: number;
}

@ObjectType({ description: 'How much the lines of a group share their luck (组内相关).' })
export class RehearsalCorrelation implements Correlation {
  @Field({ description: 'The group, as the outlooks of its lines name it (相关组).' })
  group!: string;

  @Field(() => Int, { description: 'From 0, each line on its own, to 10000, all as one (相关系数，万分之一).' })
  basisPoints!: number;
}

@InputType({ description: 'How much the lines of a group share their luck (组内相关).' })
export class RehearsalCorrelationInput implements Correlation {
  @TextField('The group, as the outlooks of its lines name it (相关组).', { max: 100 })
  group!: string;

  @WholeField('From each line on its own to all as one, in basis points (相关系数，万分之一).', {
    min: 0,
    max: wholeInBasisPoints,
  })
  basisPoints!: number;
}

/** What is wrong with the correlations for lines of these groups: each group that is used has exactly one, and no other has any. Pure. */
export function correlationProblems(groups: ReadonlySet<string>, given: readonly Correlation[]): InputProblem[] {
  const named = given.map(({ group }) => group);
  const strange = named.flatMap((group, index) => {
    const at = `correlations.${index}.group`;
    if (!groups.has(group)) return [new InputProblem(at, `no line is in a group ${group}`)];
    return named.indexOf(group) < index ? [new InputProblem(at, `${group} comes more than once`)] : [];
  });
  const missing = [...groups].filter((group) => !named.includes(group)).sort();
  return [
    ...strange,
    ...missing.map((group) => new InputProblem('correlations', `say how much the lines of ${group} share`)),
  ];
}
