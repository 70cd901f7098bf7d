import { join } from 'node:path';
import { startTelemetry } from '@fivepoint/service';
import { readCommandLine } from '../../command-line/src/command-line';
import { loadDemo } from '../../demo/src/load-demo';
import { startHouse } from './house';
import { launch } from './launch';
import { startAlone } from './start-alone';
import { tokenCommand } from './token-command';

const usage = `Starts the house in one process, with an embedded PostgreSQL and a demo tenant. Ctrl-C stops it.

  npm start
  npm start -- --only <service>      one service alone, with the recorded events of its neighbours

PORT names another port than 4000, FIVEPOINT_DATA another folder than .fivepoint (docs/operations.md).`;

/** `npm start`: the whole house in one process; `npm start -- --only deal`: one service alone, with recorded events. */
launch(process.env, async ({ settings, step, say, parts }) => {
  const { only } = readCommandLine(usage, { options: { only: { type: 'string' } } }).values;
  say(only ? `Fivepoint: ${only} alone, with recorded events` : 'Fivepoint: five services, one graph');
  parts.push({ stop: startTelemetry('house', settings.otlpEndpoint) });
  const options = { ...settings, step, say, parts };
  const house = only ? await startAlone(only, options) : await startHouse(options);
  if ('issuer' in house) await step('demo tenant', () => loadDemo(house));
  const at = (path: string) => new URL(path, house.url).href;
  say('');
  say(`  graph and explorer   ${house.url}`);
  say(`  health, metrics      ${at('/readyz')}  ${at('/metrics')}`);
  say(`  a bearer token       ${tokenCommand(only ? join(settings.dataDir, `only-${only}`) : settings.dataDir)}`);
});
