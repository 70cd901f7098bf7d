import { join, resolve } from 'node:path';
import { readCommandLine } from '../../command-line/src/command-line';

export const usage = `Loads the data of an older system into a running house, through its graph, as recorded history. Safe to repeat.

  npm run import -- crm <folder>           accounts, products, sales teams and opportunities
  npm run import -- receivables <file>     invoices with their payments and disputes

  --mapping <file>   how the columns are to be read; by default the one of the public data set (docs/import.md)
  --url <address>    the graph; by default http://localhost:4000/graphql, or PORT
  --user <name>      whose token of the local issuer to use; by default admin
  --token <token>    a token of an administrator instead, for a deployed house; or FIVEPOINT_TOKEN
  --report <file>    where to write what was repaired or rejected; by default .fivepoint/import-report-<name>.csv`;

export interface ImportOptions {
  kind: 'crm' | 'receivables';
  /** The folder or the file to import. */
  source: string;
  mapping: string;
  url: string;
  user: string;
  /** Null asks the local issuer. */
  token: string | null;
  /** Null takes the mapping's name for it. */
  report: string | null;
  /** The folder of the local house. */
  dataDir: string;
  production: boolean;
}

const mappings = join(__dirname, '..', 'mappings');
const ownMappings = { crm: 'crm-sales-opportunities.json', receivables: 'accounts-receivable.json' } as const;

/** What was asked for; pure. RangeError with the usage when it cannot be told, UsageAsked when that was asked for. */
export function importOptions(args: readonly string[], env: NodeJS.ProcessEnv): ImportOptions {
  const text = { type: 'string' } as const;
  const options = { mapping: text, url: text, user: text, token: text, report: text };
  const { values, positionals } = readCommandLine(usage, { allowPositionals: true, options }, args);
  const [kind, source, ...more] = positionals;
  if ((kind !== 'crm' && kind !== 'receivables') || !source || more.length > 0) throw new RangeError(usage);
  const url = values.url ?? `http://localhost:${env['PORT'] ?? '4000'}/graphql`;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new RangeError(`--url must be http(s)://…, not ${url}`);
  return {
    kind,
    source: resolve(source),
    mapping: values.mapping ? resolve(values.mapping) : join(mappings, ownMappings[kind]),
    url,
    user: values.user ?? 'admin',
    token: values.token ?? env['FIVEPOINT_TOKEN'] ?? null,
    report: values.report ? resolve(values.report) : null,
    dataDir: resolve(env['FIVEPOINT_DATA'] ?? '.fivepoint'),
    production: env['NODE_ENV'] === 'production',
  };
}
