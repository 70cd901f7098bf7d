import { Money } from '@fivepoint/kernel';
import { amountProblems, type Command, InputProblem, InvalidInput, MoneyValue } from '@fivepoint/service';
import { assessAllLater } from '../assessment/due-assessment';
import type { AccountClass } from './account-class';
import { adopt } from './adopt';
import { PortfolioRule } from './portfolio-rule';
import type { AdoptPortfolioRuleInput, PortfolioCellInput } from './rules.inputs';

/** Says how accounts of a currency are classed, from a day on (capabilities P17, P18). */
export async function adoptPortfolioRule(
  command: Command,
  input: AdoptPortfolioRuleInput,
): Promise<PortfolioRule | InvalidInput> {
  const threshold = Money.from(input.potentialThreshold);
  const problems = [
    ...amountProblems('potentialThreshold', threshold, 'not be negative'),
    ...cellProblems(input.cells),
  ];
  const at = (highPotential: boolean, highRelationship: boolean) =>
    classAt(input.cells, highPotential, highRelationship);
  const content = {
    potentialThreshold: MoneyValue.of(threshold),
    scoreThreshold: input.scoreThreshold,
    ...{ highHigh: at(true, true), highLow: at(true, false), lowHigh: at(false, true), lowLow: at(false, false) },
  };
  const rule = await adopt(command, PortfolioRule, input, content, problems);
  if (!(rule instanceof InvalidInput)) await assessAllLater(command);
  return rule;
}

const lies = (cell: PortfolioCellInput, highPotential: boolean, highRelationship: boolean): boolean =>
  cell.highPotential === highPotential && cell.highRelationship === highRelationship;

const classAt = (cells: readonly PortfolioCellInput[], ...place: [boolean, boolean]): AccountClass =>
  cells.find((cell) => lies(cell, ...place))?.class ?? 'PROBLEM';

/** Cells that are there twice, so that others have no class; pure. */
export function cellProblems(cells: readonly PortfolioCellInput[]): InputProblem[] {
  return cells.flatMap((cell, place) =>
    cells.findIndex((one) => lies(one, cell.highPotential, cell.highRelationship)) < place
      ? [new InputProblem(`cells.${place}`, 'is there already: give each of the four cells its class once')]
      : [],
  );
}
