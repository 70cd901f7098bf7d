import { type Command, TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';
import type { Contact, ContactAccess, DecisionRole } from './contact';

/** How a person stood to us from a day on: relationships are assessed as of any day. It is never changed; the contact shows the last one. */
@Entity('contact_standing')
export class ContactStanding extends TenantRow {
  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  contactId!: string;

  @Column('date')
  standsOn!: string;

  @Column('text', { array: true })
  roles!: DecisionRole[];

  @Column('text')
  access!: ContactAccess;

  @Column('int', { nullable: true })
  support!: number | null;
}

/** How a person stands, as text: equal texts say the same. Pure. */
export const standingOf = ({ roles, access, support }: Contact): string =>
  JSON.stringify([[...roles].sort(), access, support]);

/** Notes how a person stands from today on. */
export async function noteStanding(command: Command, contact: Contact): Promise<void> {
  const { id: contactId, accountId, roles, access, support } = contact;
  const standsOn = await command.today();
  await command.add(
    Object.assign(new ContactStanding(), {
      ...command.newRow(),
      contactId,
      accountId,
      standsOn,
      roles,
      access,
      support,
    }),
  );
}
