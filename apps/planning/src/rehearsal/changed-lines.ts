import { Money } from '@fivepoint/kernel';
import { amountProblems, InputProblem, type MoneyInput } from '@fivepoint/service';
import { outlookOf, outlookProblems } from '../outlook/outlook';
import type { LineToRehearse } from './preparation';
import type { WhatIfAddedLineInput, WhatIfChangeInput } from './what-if.inputs';

interface PlanTerms {
  startsOn: string;
  endsOn: string;
  currency: string;
}

interface Changes {
  changes: readonly WhatIfChangeInput[];
  added: readonly WhatIfAddedLineInput[];
}

/** The lines of a plan as they might be; an added line has luck of its own, by its place. Pure. */
export function changedLines(lines: readonly LineToRehearse[], { changes, added }: Changes): LineToRehearse[] {
  const changed = new Map(changes.map((change) => [change.planLineId, change]));
  const kept = lines.flatMap((line): LineToRehearse[] => {
    const change = changed.get(line.key);
    if (!change) return [line];
    if (change.leftOut) return [];
    const { outlook } = line;
    return [
      {
        key: line.key,
        target: change.target ? Money.from(change.target).minor : line.target,
        outlook: {
          ...outlook,
          probabilityBasisPoints: change.probabilityBasisPoints ?? outlook.probabilityBasisPoints,
          closesOn: change.closesOn ?? outlook.closesOn,
          slipBasisPoints: change.slipBasisPoints ?? outlook.slipBasisPoints,
        },
      },
    ];
  });
  return [...kept, ...added.map((line, index) => addedLine(line, index))];
}

const addedLine = (line: WhatIfAddedLineInput, index: number): LineToRehearse => ({
  key: `added ${index}`,
  target: Money.from(line.target).minor,
  outlook: outlookOf(line),
});

/** Everything that is wrong with changes to a plan's lines; empty when nothing is. Pure. */
export function changeProblems(
  lines: readonly LineToRehearse[],
  { changes, added }: Changes,
  plan: PlanTerms,
): InputProblem[] {
  const keys = new Set(lines.map(({ key }) => key));
  const named = changes.map(({ planLineId }) => planLineId);
  return [
    ...changes.flatMap((change, index) => {
      const at = `changes.${index}.`;
      const place: InputProblem[] = [];
      if (!keys.has(change.planLineId)) place.push(new InputProblem(`${at}planLineId`, 'is no line of this plan'));
      if (named.indexOf(change.planLineId) < index)
        place.push(new InputProblem(`${at}planLineId`, 'comes more than once'));
      return [
        ...place,
        ...leftOutProblems(at, change),
        ...targetProblems(at, change.target, plan),
        ...outlookProblems(given(change), plan, at),
      ];
    }),
    ...added.flatMap((line, index) => {
      const at = `added.${index}.`;
      return [...targetProblems(at, line.target, plan), ...outlookProblems(line, plan, at)];
    }),
  ];
}

/** What is left out has no figures of its own. */
function leftOutProblems(at: string, { leftOut, ...figures }: WhatIfChangeInput): InputProblem[] {
  if (!leftOut) return [];
  const given = (['target', 'probabilityBasisPoints', 'closesOn', 'slipBasisPoints'] as const).filter(
    (name) => figures[name] != null,
  );
  return given.map((name) => new InputProblem(`${at}${name}`, 'must be left away where the line is left out'));
}

/** What a change says of an outlook, without what it leaves as it is. */
const given = ({ closesOn, slipBasisPoints }: WhatIfChangeInput) => ({
  ...(closesOn && { closesOn }),
  slipBasisPoints,
});

function targetProblems(at: string, target: MoneyInput | null | undefined, { currency }: PlanTerms): InputProblem[] {
  if (!target) return [];
  const amount = Money.from(target);
  return amount.currency === currency
    ? amountProblems(`${at}target`, amount, 'be more than zero')
    : [new InputProblem(`${at}target`, `must be in the plan's currency, ${currency}`)];
}
