import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { benchGateway } from './gateway';
import { benchHouse } from './house';
import { benchRollUps } from './roll-ups';

const benches: Readonly<Record<string, (env: NodeJS.ProcessEnv) => Promise<void>>> = {
  gateway: benchGateway,
  house: benchHouse,
  'roll-ups': benchRollUps,
};

const usage = `Measures: the gateway against @apollo/gateway as documented; the whole house; roll-ups of a large plan against plain SQL.

  npm run bench -- [gateway] [house] [roll-ups]       all by default`;

/** `npm run bench`: all of them; `npm run bench -- gateway`, `npm run bench -- house`: one. */
async function main(): Promise<void> {
  const { positionals: wanted } = readCommandLine(usage, { allowPositionals: true });
  const unknown = wanted.filter((name) => !benches[name]);
  if (unknown.length > 0)
    throw new RangeError(`there is no benchmark ${unknown.join(', ')}; these are: ${Object.keys(benches).join(', ')}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    await bench(process.env);
  }
}

runCommand(main);
