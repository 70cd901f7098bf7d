export { splitByBasisPoints, wholeInBasisPoints } from './basis-points';
export { type Clock, systemClock } from './clock';
export { minorDigits } from './currency';
export { DomainError } from './domain-error';
export { type Requirement, unmet } from './gate';
export {
  addDays,
  addMonths,
  addMonthsOver,
  daysBetween,
  laterOf,
  type LocalDate,
  localDateOf,
  parseLocalDate,
} from './local-date';
export { Money, type MoneyJson } from './money';
export { productOf, type Ratio, ratioOf, reducedRatio, roundedQuotient, roundedRatio } from './ratio';
export { splitByWeights } from './split';
export { isGap, missingToComplete, missingToStart, type StepDemands, type StepTiming } from './step';
export { type RefusedTransition, type Transitions, transitions } from './transitions';
export { uuidv7 } from './uuid';
