import { readTable, type Table } from './cells/table';
import { unmappedColumns } from './columns';
import { importCrm, readCrm } from './crm/import-crm';
import { crmParts } from './crm/plan-crm';
import type { Importer } from './importer';
import { readCrmMapping, readReceivablesMapping } from './mapping/read-mapping';
import type { ImportOptions } from './options';
import { importReceivables } from './receivables/import-receivables';

/** An import whose mapping and files have been read and fit together. */
export interface Prepared {
  name: string;
  /** Columns of which the mapping says nothing, by file. */
  unmapped: { file: string; columns: string[] }[];
  run(importer: Importer): Promise<void>;
}

/** Reads the mapping and the files. Throws InvalidMapping, UnreadableFile or MissingColumns: nothing is sent before all of it fits. */
export function prepare(options: Pick<ImportOptions, 'kind' | 'source' | 'mapping'>): Prepared {
  return options.kind === 'crm' ? crm(options) : receivables(options);
}

function crm({ source, mapping: path }: Pick<ImportOptions, 'source' | 'mapping'>): Prepared {
  const mapping = readCrmMapping(path);
  const tables = readCrm(mapping, source);
  const unmapped = crmParts.flatMap((part) => {
    const [section, table] = [mapping[part], tables[part]];
    return section && table ? unmappedIn(table, section.fields, section.leftOut) : [];
  });
  return { name: mapping.name, unmapped, run: (importer) => importCrm(importer, mapping, tables) };
}

function receivables({ source, mapping: path }: Pick<ImportOptions, 'source' | 'mapping'>): Prepared {
  const mapping = readReceivablesMapping(path);
  const table = readTable(source, mapping);
  // Both name their id and so on alike: what belongs to whom does not matter here.
  const fields = [...Object.values(mapping.customers.fields), ...Object.values(mapping.invoices.fields)];
  const unmapped = unmappedIn(table, fields, mapping.leftOut);
  return { name: mapping.name, unmapped, run: (importer) => importReceivables(importer, mapping, table) };
}

function unmappedIn(
  table: Table,
  fields: object,
  leftOut: Record<string, string>,
): { file: string; columns: string[] }[] {
  const columns = unmappedColumns(table, fields, leftOut);
  return columns.length > 0 ? [{ file: table.file, columns }] : [];
}
