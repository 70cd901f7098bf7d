import { join } from 'node:path';
import { parseTable } from '../cells/table';
import { readReceivablesMapping } from '../mapping/read-mapping';
import { planReceivables } from './plan-receivables';

const mapping = readReceivablesMapping(join(__dirname, '..', '..', 'mappings', 'accounts-receivable.json'));
const columns = 'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate';
const planned = (...rows: string[]) =>
  planReceivables(mapping, parseTable('invoices.csv', [columns, ...rows].join('\r\n'), ','));

describe('the plan of a file of invoices', () => {
  it('has each customer once, and each invoice with its days, payment and dispute', () => {
    const plan = planned(
      '0379-NEVHP,0000611365,1/2/2013,2/1/2013,55.94,No,1/15/2013',
      '0379-NEVHP,0007900770,1/26/2013,2/25/2013,61.7,Yes,',
    );
    expect(plan.customers.map(({ row }) => row)).toEqual([
      { externalId: '0379-NEVHP', name: '0379-NEVHP', industry: null },
    ]);
    expect(plan.invoices.map(({ row }) => row)).toEqual([
      {
        externalId: '0000611365',
        customer: '0379-NEVHP',
        amount: { amount: '55.94', currency: 'USD' },
        invoicedOn: '2013-01-02',
        dueOn: '2013-02-01',
        receivedOn: '2013-01-15',
        disputed: false,
        dueDays: 30,
      },
      expect.objectContaining({ amount: { amount: '61.70', currency: 'USD' }, receivedOn: null, disputed: true }),
    ]);
    expect(plan.rejections).toEqual([]);
  });

  it('rejects what nobody can tell, with every reason', () => {
    const plan = planned(
      ',1,1/2/2013,2/1/2013,5,No,',
      'A,2,2/30/2013,,5.001,Maybe,soon',
      'A,3,1/2/2013,2/1/2013,5,No,',
      'A,3,1/2/2013,2/1/2013,6,No,',
      'A,4,1/2/2013',
    );
    expect(plan.invoices.map(({ externalId }) => externalId)).toEqual(['3']);
    expect(plan.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'has 3 cells where the header has 7'],
      [2, 'customerID: must not be empty; customerID: must not be empty'],
      [
        3,
        [
          'InvoiceAmount: USD has 2 decimals, so the amount must look like 1250000.00, not 5.001',
          'InvoiceDate: "2/30/2013" is no day written M/D/YYYY',
          'DueDate: must not be empty',
          'SettledDate: "soon" is no day written M/D/YYYY',
          'Disputed: "Maybe" is not in the mapping, which has Yes and No',
        ].join('; '),
      ],
      [5, 'its id is that of line 4, and must be its own'],
    ]);
  });
});
