import { wholeInBasisPoints } from '@fivepoint/kernel';
import { AtMost, check } from '@fivepoint/service';
import { Field, Int } from 'type-graphql';

const isShare = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= wholeInBasisPoints;

/** How a slip comes in: `@SlipField() slipBasisPoints?: number[] | null`. */
export function SlipField(): PropertyDecorator {
  return (target, property) => {
    const description =
      'The chance of each delay in whole months, beginning with none, 1–12 shares in basis points that sum to 10000; default: no delay (延期分布，万分之一).';
    (Field(() => [Int], { nullable: true, description }) as PropertyDecorator)(target, property);
    AtMost(12, 'later than that is another plan', { min: 1 })(target, property);
    check(
      `must be shares from 0 to ${wholeInBasisPoints} basis points`,
      (value) => !Array.isArray(value) || value.every(isShare),
    )(target, property);
  };
}
