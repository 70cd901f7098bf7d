import { z } from 'zod';
import { amountCell, choiceCell, dateCell, head, leftOut, referenceCell, textCell } from './cells';

export const accountLevels = ['GROUP', 'PROVINCE', 'CITY', 'UNIT'] as const;
/** LEAD is acquisition's; the others are the stages of a deal. */
export const opportunityStages = ['LEAD', 'VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE', 'SIGNED', 'LOST'] as const;
export const leadSources = ['REFERRAL', 'INTRODUCTION', 'EVENT', 'OUTREACH', 'INBOUND', 'PARTNER', 'OTHER'] as const;
export const dealKinds = ['NEW', 'RENEWAL', 'EXPANSION'] as const;

const file = z.string().min(1);
/** Whether several rows of the file may speak of the same thing, such as the customers in a list of orders: the first one counts. */
const distinct = z.boolean().default(false);

const products = z.strictObject({
  file,
  distinct,
  fields: z.strictObject({
    externalId: textCell,
    name: textCell,
    series: textCell.optional(),
    listPrice: amountCell.optional(),
  }),
  leftOut,
});

const reps = z.strictObject({
  file,
  distinct,
  fields: z.strictObject({
    /** Without it, an id is made of the name: a name is no id, and must not become one in events. */
    externalId: textCell.optional(),
    name: textCell,
    team: textCell,
    /** Who is named as a manager and has no row is registered, too, with the team of the first who names them. */
    manager: referenceCell.optional(),
    email: textCell.optional(),
    userId: textCell.optional(),
  }),
  leftOut,
});

const accounts = z.strictObject({
  file,
  distinct,
  fields: z.strictObject({
    externalId: textCell,
    name: textCell,
    industry: textCell.optional(),
    parent: referenceCell.optional(),
    level: choiceCell(accountLevels).optional(),
    owner: referenceCell.optional(),
  }),
  /** The level of accounts without one of their own: of those that others name as their parent, and of the rest. */
  levels: z
    .strictObject({ parents: z.enum(accountLevels).default('UNIT'), others: z.enum(accountLevels).default('UNIT') })
    .default({ parents: 'UNIT', others: 'UNIT' }),
  leftOut,
});

const opportunities = z.strictObject({
  file,
  fields: z.strictObject({
    externalId: textCell,
    rep: referenceCell,
    product: referenceCell.optional(),
    account: referenceCell.optional(),
    stage: choiceCell(opportunityStages),
    kind: choiceCell(dealKinds).optional(),
    /** When a LEAD came. */
    capturedOn: dateCell,
    /** When work on a deal began, and when it was signed or lost. */
    openedOn: dateCell,
    closedOn: dateCell,
    amount: amountCell.optional(),
    lossReason: textCell.optional(),
    title: textCell.optional(),
    source: choiceCell(leadSources).optional(),
  }),
  leftOut,
});

/** How the folder of a CRM's export is read: each file's columns → our fields (docs/import.md). */
export const crmMapping = z
  .strictObject({
    kind: z.literal('crm', { error: 'must be "crm" to import with: npm run import -- crm <folder>' }),
    ...head,
    products: products.optional(),
    reps: reps.optional(),
    accounts: accounts.optional(),
    opportunities: opportunities.optional(),
  })
  .refine((mapping) => !mapping.opportunities || mapping.reps, {
    path: ['reps'],
    error: 'are needed with opportunities: each has a rep who is accountable, and a team',
  });

export type CrmMapping = z.output<typeof crmMapping>;
export type AccountLevel = (typeof accountLevels)[number];
export type OpportunityStage = (typeof opportunityStages)[number];
