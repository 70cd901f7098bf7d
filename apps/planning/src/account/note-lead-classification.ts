import { localDateOf } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import { assessNowOrLater } from '../assessment/assess-accounts';
import { LeadClassification } from './lead-classification';
import type { PurchasePattern } from './purchase-pattern';

export interface NoteLeadClassification {
  /** What makes it the same when it is told again. */
  eventId: string;
  accountId: string;
  purchasePattern: PurchasePattern;
  classifiedAt: Date;
}

/** Keeps how a lead of the account was classified: the last one says how the account buys, while nobody says it of the account itself. */
export async function noteLeadClassification(command: Command, noted: NoteLeadClassification): Promise<void> {
  const { manager, tenantId } = command;
  const { eventId, accountId, purchasePattern } = noted;
  if (await manager.existsBy(LeadClassification, { tenantId, id: eventId })) return;
  const [day, today] = [localDateOf(noted.classifiedAt, await command.timeZone()), await command.today()];
  // Another machine's clock may be ahead of this one's: what has happened has happened by now.
  const classifiedOn = day < today ? day : today;
  await command.add(
    Object.assign(new LeadClassification(), { tenantId, id: eventId, accountId, classifiedOn, purchasePattern }),
  );
  await assessNowOrLater(command, accountId);
}
