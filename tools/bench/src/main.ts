import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { benchAttainment } from './attainment';
import { benchGateway } from './gateway';
import { benchHouse } from './house';
import { benchRollUps } from './roll-ups';
import { benchRehearsal } from './rehearsal';

const benches: Readonly<Record<string, (env: NodeJS.ProcessEnv) => Promise<void>>> = {
  gateway: benchGateway,
  house: benchHouse,
  'roll-ups': benchRollUps,
  attainment: benchAttainment,
  rehearsal: benchRehearsal,
};

/** What is compared with a program that is no part of the project. */
const onlyWhenNamed = ['rehearsal'];

const usage = `Measures: the gateway against @apollo/gateway as documented; the whole house; roll-ups and attainment of a large plan against
plain SQL; a rehearsal against a numpy program.

  npm run bench -- [gateway] [house] [roll-ups] [attainment]       all of these by default
  npm run bench -- rehearsal                                       only when named: PYTHON must have numpy`;

/** `npm run bench`: all that needs nothing else; `npm run bench -- gateway`, `npm run bench -- rehearsal`: one. */
async function main(): Promise<void> {
  const { positionals: wanted } = readCommandLine(usage, { allowPositionals: true });
  const unknown = wanted.filter((name) => !benches[name]);
  if (unknown.length > 0)
    throw new RangeError(`there is no benchmark ${unknown.join(', ')}; these are: ${Object.keys(benches).join(', ')}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 ? !wanted.includes(name) : onlyWhenNamed.includes(name)) continue;
    console.log(`\n${name}`);
    await bench(process.env);
  }
}

runCommand(main);
