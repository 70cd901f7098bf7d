/**
 * Lints texts that are no files: reads [{ file, text }] from standard input, writes { rules, results } to standard output, where `rules` are the
 * names of the house's rules and `results` the messages for each text, as "rule: message". In a process of its own, since jest cannot load the
 * configuration (an ES module). Rules that need types are off: there is no file to have them.
 */
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { importRules } from './dependency-rules.mjs';
import { house } from './house-plugin.mjs';

const cwd = fileURLToPath(new URL('../../', import.meta.url));
const eslint = new ESLint({ cwd, overrideConfig: { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked } });

const results = [];
for (const { file, text: code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file, warnIgnored: true });
  results.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
const rules = [
  ...importRules.map(({ name }) => `house/imports: [${name}]`),
  ...Object.keys(house.rules)
    .filter((name) => name !== 'imports')
    .map((name) => `house/${name}:`),
];
process.stdout.write(JSON.stringify({ rules, results }));
