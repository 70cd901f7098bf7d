import { onTermination, makeLog, PortTaken, startTelemetry } from '@fivepoint/service';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDemo } from '../../demo/src/load-demo';
import { localSettings } from '../../local/src/settings';
import { ClusterError } from '../../postgres/src/index';
import { startHouse } from './house';
import { progress } from './progress';
import { startAlone } from './start-alone';
import { stopAll, type Stoppable } from './stopping';

let ending = (): boolean => false;

/** `npm start`: the whole house in one process; `npm start -- --only deal`: one service alone, with recorded events. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const settings = localSettings(process.env);
  const say = (line: string) => console.log(line);
  const step = progress(say);
  const started = performance.now();
  say(values.only ? `Fivepoint: ${values.only} alone, with recorded events` : 'Fivepoint: five services, one graph');
  const parts: Stoppable[] = [{ stop: startTelemetry('house', settings.otlpEndpoint) }];
  ending = onTermination(makeLog('house', settings.logLevel), () => stopAll(parts));
  const options = { ...settings, step, say, parts };
  const house = values.only ? await startAlone(values.only, options) : await startHouse(options);
  if ('issuer' in house && !values.only) await step('demo tenant', () => loadDemo(house));
  say('');
  say(`  graph and explorer   ${house.url}`);
  say(
    `  health, metrics      ${house.url.replace('/graphql', '/readyz')}  ${house.url.replace('/graphql', '/metrics')}`,
  );
  const data = values.only ? `FIVEPOINT_DATA=${join(settings.dataDir, `only-${values.only}`)} ` : '';
  say(`  a bearer token       ${data}npm run token -- --user lin`);
  say('');
  say(
    `ready in ${((performance.now() - started) / 1000).toFixed(1)} s; Ctrl-C stops everything, npm run reset clears the data`,
  );
}

main().catch((error: unknown) => {
  // A Ctrl-C during the start breaks it; the end is under way, and must not be cut short.
  if (ending()) return;
  // These are written for the person at the keyboard; everything else is a bug and shows where it is.
  const spoken = error instanceof PortTaken || error instanceof ClusterError || error instanceof RangeError;
  console.error(spoken ? `Fivepoint cannot start: ${error.message}` : error);
  process.exit(1);
});
