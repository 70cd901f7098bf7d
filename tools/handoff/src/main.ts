import { resolve } from 'node:path';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { addHandoff } from './add-handoff';
import { announcePath, specPath } from './files';
import { consumerPath, handoffOf } from './handoff';

const workspace = resolve(__dirname, '../../..');

const usage = `Adds a handoff: an event that one service publishes and another acts on (docs/adding-a-handoff.md).

  npm run generate:handoff -- --from deal --event contract-renegotiated --to receivables [--term 合同重谈]

  --from, --to   the service that says it, and the one that acts on it
  --event        what became true: the thing, and what became of it
  --term         its Chinese term, for the title of the schema
  --root         another workspace than this one`;

async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = readCommandLine(usage, {
    options: { from: option, to: option, event: option, term: option, root: option },
  });
  if (!values.from && !values.to && !values.event) throw new RangeError(usage);
  const root = values.root ?? workspace;
  const handoff = handoffOf(values, root);
  const written = await addHandoff(handoff, root);
  console.log(written.map((path) => `wrote ${path}`).join('\n'));
  console.log(`
It compiles, and its spec passes. What only you know:
  1. what ${handoff.to} needs to act without asking back: fields in the schema and the example, then npm run contracts:generate
  2. the command of ${handoff.from} that makes it true calls announce${handoff.name} of ${announcePath(handoff)}
  3. the command of ${handoff.to} that it leads to, in ${consumerPath(handoff)}
  4. what that command does, and that it does it once: npx jest ${specPath(handoff)}`);
}

runCommand(main);
