import type { AccountRegisteredV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import type { ServiceUnderTest } from './service-under-test';

/** What planning tells a service before a spec begins: people, products, accounts and who is there; each gives the id. */
export function masterDataOf({ receive }: Pick<ServiceUnderTest, 'receive'>) {
  return {
    /** An account of team north without an owner, unless `over` says otherwise. */
    async account(over: Partial<AccountRegisteredV1> = {}): Promise<string> {
      const account = { accountId: uuidv7(), name: '湖南电信', level: 'PROVINCE' as const, team: 'north', ...over };
      await receive('fivepoint.planning.account-registered.v1', account, { subject: account.accountId });
      return account.accountId;
    },
    async rep(team = 'north', repId = uuidv7()): Promise<string> {
      await receive('fivepoint.planning.rep-registered.v1', { repId, team }, { subject: repId });
      return repId;
    },
    async product(): Promise<string> {
      const productId = uuidv7();
      const product = { productId, name: '站点电源' };
      await receive('fivepoint.planning.product-registered.v1', product, { subject: productId });
      return productId;
    },
    async contact(accountId: string): Promise<string> {
      const contactId = uuidv7();
      const contact = { contactId, accountId, roles: ['USER' as const] };
      await receive('fivepoint.planning.contact-registered.v1', contact, { subject: contactId });
      return contactId;
    },
  };
}
