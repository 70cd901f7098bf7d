import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { Contact } from '../contact/contact';
import { TrustOutcome } from '../trust/trust-outcome';
import { type TouchOutcome, trustMovedBy } from './touch-enums';

export interface Touched {
  touchId: string;
  accountId: string;
  contactIds: readonly string[];
  outcome: TouchOutcome;
  touchedOn: string;
}

/**
 * Lets what came of a touch move the trust of the people who were met (capability S05), each once, however often it is told. Who is not at the account,
 * or had left by then, is left out.
 */
export async function moveTrust(command: Command, { touchId, outcome, ...touched }: Touched): Promise<void> {
  const kind = trustMovedBy(outcome);
  if (kind === null) return;
  const { tenantId, manager } = command;
  const { accountId, touchedOn } = touched;
  const met = await manager.find(Contact, {
    where: { tenantId, accountId, id: In([...touched.contactIds]) },
    order: { id: 'ASC' },
  });
  const moved = await manager.findBy(TrustOutcome, { tenantId, touchId });
  for (const contact of met) {
    if (contact.leftOn && touchedOn >= contact.leftOn) continue;
    if (moved.some(({ contactId }) => contactId === contact.id)) continue;
    await command.add(
      Object.assign(new TrustOutcome(), {
        ...command.newAggregate(contact.correlationId),
        ...{ accountId, contactId: contact.id, kind, happenedOn: touchedOn, note: null, touchId },
      }),
    );
  }
}
