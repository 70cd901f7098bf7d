import { graphEnum } from '@fivepoint/service';
import type { TrustOutcomeKind } from '../trust/trust-outcome';

export const TouchKind = graphEnum('TouchKind', 'How a customer was met (接触方式).', {
  VISIT: 'At their place (拜访).',
  MEETING: 'At a meeting elsewhere (会议).',
  CALL: 'On the telephone (电话).',
  MESSAGE: 'In writing (信息).',
  EVENT: 'At an event, such as a fair (活动).',
  OTHER: 'In another way (其他).',
});
export type TouchKind = keyof typeof TouchKind;

export const TouchOutcome = graphEnum('TouchOutcome', 'What came of a touch (接触结果).', {
  KEPT_PROMISE: 'We kept a promise (履约).',
  GOOD_CONTACT: 'It was a good contact (良好接触).',
  NEUTRAL: 'It was a contact like others (一般).',
  BROKEN_PROMISE: 'We broke a promise (失约).',
  NOT_REACHED: 'Nobody was reached: it is no contact, and the cadence goes on (未联系上).',
});
export type TouchOutcome = keyof typeof TouchOutcome;

/** What an outcome says to the trust of the people; null where it says nothing. Pure. */
export const trustMovedBy = (outcome: TouchOutcome): TrustOutcomeKind | null =>
  outcome === 'NEUTRAL' || outcome === 'NOT_REACHED' ? null : outcome;
