import { appDataSource, type EntityClass, type ServiceDefinition, sortKeys } from '@fivepoint/service';

/**
 * The orders of lists that PostgreSQL can only give by sorting all rows, however it plans: each of them needs an index, or a page costs the more the
 * more rows there are. Empty when every order has one.
 */
export async function unindexedOrders(
  { entities }: Pick<ServiceDefinition, 'entities'>,
  lists: readonly { node: EntityClass; fields: Readonly<Record<string, { by: string }>> }[],
  databaseUrl: string,
): Promise<string[]> {
  const dataSource = appDataSource(databaseUrl, entities, 1);
  await dataSource.initialize();
  const unindexed: string[] = [];
  try {
    await dataSource.query('set enable_sort = off; set enable_seqscan = off; set enable_bitmapscan = off');
    for (const { node, fields } of lists)
      for (const [field, { by }] of Object.entries(fields))
        for (const direction of ['ASC', 'DESC'] as const) {
          const metadata = dataSource.getMetadata(node);
          const order = [...sortKeys(metadata, by, direction).map(({ sql }) => sql), 'e.id'];
          const plan: { 'QUERY PLAN': string }[] = await dataSource.query(
            `explain select e.id from ${metadata.tableName} e where e.tenant_id = $1
              order by ${order.map((key) => `${key} ${direction}`).join(', ')} limit 20`,
            ['01998f00-0000-7000-8000-000000000001'],
          );
          if (plan.some((line) => /\bSort\b/.test(line['QUERY PLAN'])))
            unindexed.push(`${node.name} ${field} ${direction}`);
        }
  } finally {
    await dataSource.destroy();
  }
  return unindexed;
}
