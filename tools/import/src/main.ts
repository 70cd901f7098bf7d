import { join } from 'node:path';
import { runCommand } from '../../command-line/src/command-line';
import { LocalIssuer, UnknownUser } from '../../issuer/src/issuer';
import { GraphRefused, GraphUser, HouseSilent } from '../../lifecycle/src/graph-user';
import { requireHouse } from '../../lifecycle/src/require-house';
import { UnreadableFile } from './cells/table';
import { MissingColumns } from './columns';
import { Importer } from './importer';
import { InvalidMapping } from './mapping/read-mapping';
import { type ImportOptions, importOptions } from './options';
import { bar, lines } from './progress';
import { prepare } from './prepare';
import { summary } from './summary';
import { usualSender } from './sending/sender';

/** `npm run import -- crm <folder>` and `npm run import -- receivables <file>`; ends with 0 only when every row is in the house. */
async function main(): Promise<void> {
  const options = importOptions(process.argv.slice(2), process.env);
  const { name, unmapped, run } = prepare(options);
  for (const { file, columns } of unmapped)
    console.log(`${file}: the mapping says nothing of ${columns.join(', ')}; not imported`);
  const token = await tokens(options);
  await requireHouse(options.url, token);
  const graph = new GraphUser(options.url, token);
  let stopped = false;
  process.once('SIGINT', () => {
    console.log('\nfinishing what is under way; Ctrl-C again stops at once');
    stopped = true;
    process.once('SIGINT', () => process.exit(130));
  });
  const progress = process.stdout.isTTY ? bar(process.stdout) : lines(console.log);
  const importer = new Importer(graph, { ...usualSender, stopped: () => stopped }, progress);
  const started = performance.now();
  const report = options.report ?? join(options.dataDir, `import-report-${name}.csv`);
  try {
    await run(importer);
  } finally {
    importer.report.write(report);
    for (const line of summary(importer.report, (performance.now() - started) / 1000, report)) console.log(line);
  }
  process.exitCode = importer.report.anyRejected ? 1 : stopped ? 130 : 0;
}

async function tokens({ token, user, dataDir, production }: ImportOptions): Promise<() => Promise<string>> {
  if (token !== null) return async () => token;
  const issuer = await LocalIssuer.open(join(dataDir, 'issuer.json'), production);
  await issuer.token(user);
  return () => issuer.token(user);
}

runCommand(main, [HouseSilent, InvalidMapping, UnreadableFile, MissingColumns, UnknownUser, GraphRefused]);
