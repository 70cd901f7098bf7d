import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { CommandTables1000000000100, defineService } from '@fivepoint/service';
import { Account } from './account/account';
import { AccountResolver } from './account/account.resolver';
import { Contact } from './contact/contact';
import { ContactResolver } from './contact/contact.resolver';
import { MasterData1000000001000 } from './migrations/1000000001000-master-data';
import { Product } from './product/product';
import { ProductResolver } from './product/product.resolver';
import { Rep } from './rep/rep';
import { RepResolver } from './rep/rep.resolver';
import { Tenant, timeZoneOf } from './tenant/tenant';
import { TenantResolver } from './tenant/tenant.resolver';

export { registerTenant, type RegisterTenant } from './tenant/register-tenant';

/** 计划: owns the master data and the plans; from a named account to a target with one owner, and back to what came of it. */
export const planning = defineService({
  name: 'planning',
  entities: [Tenant, Rep, Product, Account, Contact],
  migrations: [messagingTables(rolesOf('planning')), CommandTables1000000000100, MasterData1000000001000],
  resolvers: [TenantResolver, RepResolver, ProductResolver, AccountResolver, ContactResolver],
  references: {
    Account: ({ id }, context) => context.reads.one(Account, id),
    Contact: ({ id }, context) => context.reads.one(Contact, id),
    Product: ({ id }, context) => context.reads.one(Product, id),
    Rep: ({ id }, context) => context.reads.one(Rep, id),
  },
  consumers: [{ name: 'planning', handlers: [] }],
  seesAll: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES'],
  timeZoneOf,
});
