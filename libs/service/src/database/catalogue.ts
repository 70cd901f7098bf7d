import type { DataSource } from 'typeorm';

/**
 * What a migrated database really is, as text that is compared with the checked-in `schema.sql`: tables with columns, constraints, indexes,
 * row-level security and grants, and functions; ordered by name, so that equal databases give equal text.
 */
export async function catalogueOf(dataSource: DataSource): Promise<string> {
  const lines = async (query: string) =>
    ((await dataSource.query(query)) as { line: string }[]).map(({ line }) => line);
  const tables = (await dataSource.query(`
    select c.oid::int as oid, c.relname as name, c.relrowsecurity as secured from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations' order by c.relname`)) as {
    oid: number;
    name: string;
    secured: boolean;
  }[];
  const parts: string[] = [];
  for (const { oid, name, secured } of tables) {
    const columns = await lines(`
      select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        || case a.attidentity when '' then '' else ' generated as identity' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ${oid} and a.attnum > 0 and not a.attisdropped order by a.attnum`);
    const constraints = await lines(`
      select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
      from pg_constraint where conrelid = ${oid} and contype <> 'n' order by conname`);
    const indexes = await lines(`
      select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = ${oid} and not exists (select from pg_constraint where conindid = i.indexrelid) order by c.relname`);
    const policies = await lines(`
      select 'policy ' || policyname || ' for ' || cmd || ' to ' || array_to_string(roles, ', ')
        || coalesce(' using ' || qual, '') || coalesce(' with check ' || with_check, '') as line
      from pg_policies where schemaname = 'public' and tablename = '${name}' order by policyname`);
    const grants = await lines(`
      select 'grant ' || string_agg(privilege_type, ', ' order by privilege_type) || ' to ' || grantee as line
      from information_schema.role_table_grants
      where table_schema = 'public' and table_name = '${name}'
        and grantee <> (select pg_get_userbyid(relowner)::text from pg_class where oid = ${oid})
      group by grantee order by grantee`);
    const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n');
    const rest = [secured ? 'row level security enabled' : 'NO row level security', ...policies, ...grants];
    parts.push([`table ${name} (\n${body}\n)`, ...indexes, ...rest].join('\n'));
  }
  const functions = await lines(`
    select pg_get_functiondef(p.oid) as line from pg_proc p
    where p.pronamespace = 'public'::regnamespace order by p.proname`);
  return `${[...parts, ...functions].join('\n\n')}\n`;
}

/** Where entities and the migrated database disagree about columns: name, presence or nullability; empty when they agree. */
export async function entityDrift(dataSource: DataSource): Promise<string[]> {
  const columns = (await dataSource.query(`
    select table_name as table, column_name as name, is_nullable = 'YES' as nullable,
      column_default is not null or is_identity = 'YES' as filled
    from information_schema.columns where table_schema = 'public'`)) as {
    table: string;
    name: string;
    nullable: boolean;
    filled: boolean;
  }[];
  return dataSource.entityMetadatas.flatMap((entity) => {
    const there = new Map(
      columns.filter(({ table }) => table === entity.tableName).map((column) => [column.name, column]),
    );
    if (there.size === 0) return [`${entity.name}: there is no table ${entity.tableName}`];
    const wanted = entity.columns.flatMap((column) => {
      const found = there.get(column.databaseName);
      if (!found)
        return [`${entity.name}.${column.propertyPath}: ${entity.tableName} has no column ${column.databaseName}`];
      if (found.nullable === column.isNullable) return [];
      return [
        `${entity.name}.${column.propertyPath}: nullable is ${column.isNullable} in the entity, ${found.nullable} in the table`,
      ];
    });
    const known = new Set(entity.columns.map(({ databaseName }) => databaseName));
    const unwritten = [...there.values()]
      .filter(({ name, nullable, filled }) => !known.has(name) && !nullable && !filled)
      .map(({ name }) => `${entity.name}: nothing writes ${entity.tableName}.${name}, which must not be null`);
    return [...wanted, ...unwritten];
  });
}
