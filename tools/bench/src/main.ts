import { benchGateway } from './gateway';
import { benchHouse } from './house';

const benches: Readonly<Record<string, (env: NodeJS.ProcessEnv) => Promise<void>>> = {
  gateway: benchGateway,
  house: benchHouse,
};

/** `npm run bench`: all of them; `npm run bench -- gateway`, `npm run bench -- house`: one. */
async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !benches[name]);
  if (unknown.length > 0)
    throw new RangeError(`there is no benchmark ${unknown.join(', ')}; these are: ${Object.keys(benches).join(', ')}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    await bench(process.env);
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof RangeError ? error.message : error);
    process.exit(1);
  },
);
