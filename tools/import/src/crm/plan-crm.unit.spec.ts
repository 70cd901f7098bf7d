import { join } from 'node:path';
import { parseTable, readTable } from '../cells/table';
import { type CrmMapping, crmMapping } from '../mapping/crm-mapping';
import { checked, readCrmMapping } from '../mapping/read-mapping';
import { readCrm } from './import-crm';
import { repIdOf } from './master-data';
import { planCrm } from './plan-crm';

const folder = join(__dirname, '..', 'spec', 'own-crm');

describe('the plan of a CRM export', () => {
  const mapping = readCrmMapping(join(folder, 'mapping.json'));
  const plan = planCrm(mapping, readCrm(mapping, folder));

  it('has products with list prices in ones', () => {
    expect(plan.products.map(({ row }) => row)).toEqual([
      { externalId: 'P-48', name: '通信电源 48V', series: '电源', listPrice: { amount: '45000.00', currency: 'CNY' } },
      { externalId: 'P-UPS', name: 'UPS 3000', series: '电源', listPrice: { amount: '12000000.00', currency: 'CNY' } },
    ]);
  });

  it('has reps, and before them the managers who have no row of their own', () => {
    const boss = repIdOf('own-crm', '陈静');
    expect(boss).toMatch(/^rep-[0-9a-f]{24}$/);
    const rest = { email: null, userId: null };
    expect(plan.reps.map(({ row }) => row)).toEqual([
      { externalId: boss, name: '陈静', team: '华北', managerExternalId: null, ...rest },
      { externalId: 'own-E01', name: '林涛', team: '华北', managerExternalId: boss, ...rest },
      { externalId: 'own-E02', name: '高敏', team: '华南', managerExternalId: 'own-E01', ...rest },
    ]);
  });

  it('has accounts with their parents, which stand at the level of parents', () => {
    expect(
      plan.accounts.map(({ row }) => [row.externalId, row.name, row.level, row.industry, row.parentExternalId]),
    ).toEqual([
      ['C1', '星桥集团', 'GROUP', null, null],
      ['C2', '星桥电源, 华东', 'UNIT', '工业', 'C1'],
      ['C3', 'Ａｃｍｅ　北京', 'UNIT', '工业', null],
    ]);
  });

  it('makes leads of what is no deal yet, and deals of the rest, with or without an account', () => {
    expect(plan.leads.map(({ externalId, row }) => [externalId, row])).toEqual([
      [
        'O07',
        {
          stage: 'LEAD',
          refers: { rep: 'own-E02', team: '华南', account: null, product: null },
          fields: { title: 'O07', source: 'OTHER', capturedOn: '2025-06-01', expectedAmount: null },
        },
      ],
    ]);
    expect(
      plan.deals.map(({ externalId, row: { stage, refers } }) => [externalId, stage, refers.account, refers.product]),
    ).toEqual([
      ['O01', 'SIGNED', 'C1', 'P-48'],
      ['O04', 'SIGNED', 'C1', 'P-UPS'],
      ['O11', 'SIGNED', 'C3', 'P-UPS'],
      ['O12', 'VERIFY', 'C3', 'P-UPS'],
      ['O13', 'LOST', 'C1', 'P-48'],
    ]);
    expect(plan.deals[0]?.row.fields).toEqual({
      kind: 'NEW',
      stage: 'SIGNED',
      amount: { amount: '1250000.00', currency: 'CNY' },
      openedOn: '2025-01-05',
      closedOn: '2025-03-01',
      lossReason: null,
    });
  });

  it('tells what it repaired, by which rule', () => {
    expect(
      plan.deals.flatMap(({ line, repairs }) => repairs.map((repair) => [line, ...Object.values(repair)])),
    ).toEqual([
      [2, '产品', '通信电源48v', '通信电源 48V', 'differs only in case and spaces'],
      [15, '客户', 'acme北京', 'Ａｃｍｅ　北京', 'differs only in case, spaces and width'],
      [16, '客户', 'acme北京', 'Ａｃｍｅ　北京', 'differs only in case, spaces and width'],
    ]);
  });

  it('rejects what nobody can tell, each with its line and every reason', () => {
    expect(
      plan.rejections.map(({ file, line, thing, externalId, reason }) => [file, line, thing, externalId, reason]),
    ).toEqual([
      ['accounts.csv', 5, 'account', 'C4', '上级: "不存在的集团" is not in accounts.csv'],
      ['opportunities.csv', 12, 'opportunity', null, 'has 10 cells where the header has 9'],
      ['opportunities.csv', 4, 'deal', 'O02', '结束: "2025/4/31" is no day written YYYY/M/D'],
      ['opportunities.csv', 5, 'deal', 'O03', '产品: "未知产品" is not in the products\' file'],
      ['opportunities.csv', 7, 'deal', 'O01', 'its id is that of line 2, and must be its own'],
      ['opportunities.csv', 8, 'deal', 'O05', '负责人: "王五" is not in the reps\' file'],
      ['opportunities.csv', 10, 'deal', 'O06', '金额: "12,50" is no amount written like 1,234.50'],
      [
        'opportunities.csv',
        13,
        'opportunity',
        'O09',
        '阶段: "谈判" is not in the mapping, which has 线索, 跟进, 赢单 and 输单',
      ],
      ['opportunities.csv', 14, 'deal', 'O10', '客户: "孤儿公司" is not in the accounts\' file'],
    ]);
  });

  it('loses no row', () => {
    const { rows, broken } = readTable(join(folder, 'opportunities.csv'), mapping);
    const opportunities = plan.rejections.filter(({ file }) => file === 'opportunities.csv');
    expect(plan.leads.length + plan.deals.length + opportunities.length).toBe(rows.length + broken.length);
  });
});

describe('a mapping of one file that says everything', () => {
  const mapping: CrmMapping = checked(
    'one.json',
    {
      kind: 'crm',
      name: 'one-file',
      dates: 'YYYY-MM-DD',
      amounts: { currency: 'USD' },
      reps: { file: 'all.csv', distinct: true, fields: { name: 'owner', team: 'team' } },
      accounts: {
        file: 'all.csv',
        distinct: true,
        fields: { externalId: { column: 'client', prefix: 'one:' }, name: 'client', owner: 'owner' },
      },
      opportunities: {
        file: 'all.csv',
        fields: {
          externalId: 'id',
          rep: 'owner',
          account: { column: 'client', by: 'externalId', prefix: 'one:', replace: { Akme: 'Acme' } },
          stage: { column: 'stage', map: { open: 'BID', new: 'LEAD' }, whenEmpty: 'LEAD' },
          capturedOn: { column: 'day', whenEmpty: '2017-12-31' },
          openedOn: 'day',
          closedOn: 'day',
          source: { column: 'from', map: { web: 'INBOUND' } },
        },
      },
    },
    crmMapping,
  );
  const text =
    'id,owner,team,client,stage,day,from\n1,Lin,north,Acme,open,2017-01-02,\n2,Lin,south,Akme,,,web\n3,Gao,south,Acme,new,,mail\n';
  const table = () => parseTable('all.csv', text, ',');
  const plan = planCrm(mapping, { reps: table(), accounts: table(), opportunities: table() });

  it('takes what several rows speak of once, as the first says', () => {
    expect(plan.reps.map(({ row }) => [row.name, row.team])).toEqual([
      ['Lin', 'north'],
      ['Gao', 'south'],
    ]);
    expect(plan.accounts.map(({ externalId, row }) => [externalId, row.ownerExternalId])).toEqual([
      ['one:Acme', repIdOf('one-file', 'Lin')],
      ['one:Akme', repIdOf('one-file', 'Lin')],
    ]);
  });

  it('takes what the mapping says for empty cells and typing errors, and tells', () => {
    expect(plan.deals.map(({ row }) => [row.refers.account, row.stage])).toEqual([['one:Acme', 'BID']]);
    expect(plan.leads.map(({ row }) => [row.refers.account, row.fields.source, row.fields.capturedOn])).toEqual([
      ['one:Acme', 'INBOUND', '2017-12-31'],
    ]);
    expect(plan.leads[0]?.repairs.map(({ column, given, taken }) => [column, given, taken])).toEqual([
      ['stage', '', 'LEAD'],
      ['client', 'Akme', 'Acme'],
      ['day', '', '2017-12-31'],
    ]);
    expect(plan.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'from: "mail" is not in the mapping, which has web'],
    ]);
  });
});
