import { Money } from '@fivepoint/kernel';
import { lineProblems } from './add-plan-line';

describe('the amounts of a new line beside the others of its plan', () => {
  const yuan = (minor: bigint) => Money.of(minor, 'CNY');
  const paths = (target: bigint, floor: bigint, others: bigint, stretch: bigint | null = null, stretches = others) =>
    lineProblems(
      { target: yuan(target), floor: yuan(floor), stretch: stretch === null ? null : yuan(stretch) },
      { target: yuan(others), stretch: yuan(stretches) },
    ).map(({ path, message }) => `${path} ${message}`);
  const most = 2n ** 63n - 1n;

  it('make a total that can still be told', () => {
    expect(paths(1n, 0n, most - 1n)).toEqual([]);
    expect(paths(1n, 0n, most)).toEqual(['target makes the plan too large to be added up']);
    expect(paths(1n, 0n, 0n, 2n, most - 2n)).toEqual([]);
    expect(paths(1n, 0n, 0n, 2n, most - 1n)).toEqual(['stretch makes the plan too large to be added up']);
  });

  it('are told for what they are themselves first', () => {
    expect(paths(1n, 2n, most)).toEqual(['floor must be at most the target, 0.01']);
  });
});
