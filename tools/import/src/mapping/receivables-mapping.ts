import { z } from 'zod';
import { amountCell, choiceCell, dateCell, head, leftOut, textCell } from './cells';

export const yesOrNo = ['YES', 'NO'] as const;

/** How a file of invoices is read: its columns → our fields (docs/import.md). */
export const receivablesMapping = z.strictObject({
  kind: z.literal('receivables', {
    error: 'must be "receivables" to import with: npm run import -- receivables <file>',
  }),
  ...head,
  /** The older system names no rep, and everything here has one: this one is registered, and owns what is imported. */
  owner: z.strictObject({ externalId: z.string().min(1), name: z.string().min(1), team: z.string().min(1) }),
  customers: z.strictObject({
    fields: z.strictObject({ externalId: textCell, name: textCell, industry: textCell.optional() }),
  }),
  invoices: z.strictObject({
    /** What the one instalment of each contract is called. */
    instalment: z.string().min(1),
    fields: z.strictObject({
      externalId: textCell,
      amount: amountCell,
      invoicedOn: dateCell,
      dueOn: dateCell,
      /** Empty while it is open. */
      settledOn: dateCell,
      disputed: choiceCell(yesOrNo).optional(),
    }),
  }),
  leftOut,
});

export type ReceivablesMapping = z.output<typeof receivablesMapping>;
