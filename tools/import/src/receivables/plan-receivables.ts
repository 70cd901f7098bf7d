import { daysBetween, type LocalDate, type MoneyJson } from '@fivepoint/kernel';
import type { CellStyle } from '../cells/row-reader';
import type { Table } from '../cells/table';
import type { ReceivablesMapping } from '../mapping/receivables-mapping';
import { type Draft, type Rejection, TablePlan } from '../plan';

export interface CustomerRow {
  externalId: string;
  name: string;
  industry: string | null;
}

export interface InvoiceRow {
  externalId: string;
  /** The customer's id in the older system. */
  customer: string;
  amount: MoneyJson;
  invoicedOn: LocalDate;
  dueOn: LocalDate;
  receivedOn: LocalDate | null;
  disputed: boolean;
  /** Days from invoice to due date. */
  dueDays: number;
}

export interface ReceivablesPlan {
  customers: Draft<CustomerRow>[];
  invoices: Draft<InvoiceRow>[];
  rejections: Rejection[];
}

/** Plans a file of invoices, and the customers whom they name; pure. A customer is as the first row says that names it. */
export function planReceivables(mapping: ReceivablesMapping, table: Table): ReceivablesPlan {
  const style: CellStyle = mapping;
  const { fields: ofCustomer } = mapping.customers;
  const { fields } = mapping.invoices;
  // What is wrong with a customer is wrong with its invoices, and reported with them.
  const customers = new TablePlan<CustomerRow>(table, style, 'account', true).each((reader) => {
    const [externalId, name] = [reader.text(ofCustomer.externalId), reader.text(ofCustomer.name)];
    const industry = reader.text(ofCustomer.industry);
    return { externalId, row: externalId && name ? { externalId, name, industry } : null };
  });
  const invoices = new TablePlan<InvoiceRow>(table, style, 'invoice').each((reader) => {
    const externalId = reader.required(fields.externalId, reader.text(fields.externalId));
    const customer = reader.required(ofCustomer.externalId, reader.text(ofCustomer.externalId));
    reader.required(ofCustomer.name, reader.text(ofCustomer.name));
    const amount = reader.required(fields.amount, reader.amount(fields.amount));
    const invoicedOn = reader.required(fields.invoicedOn, reader.date(fields.invoicedOn));
    const dueOn = reader.required(fields.dueOn, reader.date(fields.dueOn));
    const receivedOn = reader.date(fields.settledOn);
    const disputed = reader.choice(fields.disputed) === 'YES';
    const row =
      externalId && customer && amount && invoicedOn && dueOn
        ? {
            externalId,
            customer,
            amount,
            invoicedOn,
            dueOn,
            receivedOn,
            disputed,
            dueDays: daysBetween(invoicedOn, dueOn),
          }
        : null;
    return { externalId, row };
  });
  return { customers: customers.drafts, invoices: invoices.drafts, rejections: invoices.rejections };
}
