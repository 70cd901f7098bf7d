import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type GraphAnswer, graphClient } from '@fivepoint/testing';
import { Kind, parse } from 'graphql';
import { loadDemo } from '../../demo/src/load-demo';
import { demoTenant } from '../../demo/src/demo-people';
import { repositoryRoot } from '../../local/src/settings';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { type House, startHouse } from './house';
import { silent } from './progress';

/** One operation of the guide, who asks it, and what the guide shows of its answer. */
interface Step {
  name: string;
  user: string;
  operation: string;
  kind: 'query' | 'mutation';
  variables: string[];
  answer: object;
}

/** The guide was written in one year; its plan is for the year in which it is read, by the demo tenant's calendar. */
const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: demoTenant.timeZone }).format();
const guide = readFileSync(join(repositoryRoot, 'docs', 'planning-a-year.md'), 'utf8').replace(
  /\b2026-(?=\d\d-\d\d)/g,
  `${year}-`,
);

function stepsOf(text: string): Step[] {
  const blocks = [...text.matchAll(/```(graphql|json)\n(.*?)```/gs)].map(([, kind = '', body = '']) => ({
    kind,
    body,
  }));
  return blocks.flatMap(({ kind, body }, at): Step[] => {
    if (kind === 'json') return [];
    const [definition] = parse(body).definitions;
    const user = /^# (\w+)\n/.exec(body)?.[1];
    if (definition?.kind !== Kind.OPERATION_DEFINITION || !user) throw new Error(`who asks this?\n${body}`);
    const next = blocks[at + 1];
    return [
      {
        name: definition.name?.value ?? '',
        user,
        operation: body,
        kind: definition.operation === 'query' ? 'query' : 'mutation',
        variables: (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
        answer: next?.kind === 'json' ? (JSON.parse(next.body) as object) : {},
      },
    ];
  });
}

/** Every id that an answer names, for what comes later. */
function named(answer: unknown, ids: Map<string, string>): void {
  if (typeof answer !== 'object' || answer === null) return;
  for (const [name, value] of Object.entries(answer))
    if (name.endsWith('Id') && typeof value === 'string') ids.set(name, value);
    else named(value, ids);
}

/** What was refused, wherever in the answer; a command that is done says no message. */
const refusals = (answer: unknown): unknown[] =>
  typeof answer !== 'object' || answer === null
    ? []
    : Object.entries(answer).flatMap(([name, value]) => (name === 'message' ? [value] : refusals(value)));

describe('the guide to planning a year', () => {
  const folder = throwAwayFolder('guide');
  const { dataDir } = folder;
  const ids = new Map<string, string>();
  let house: House;
  beforeAll(async () => {
    house = await startHouse({ dataDir, port: 0, logLevel: 'fatal', step: silent, say: () => undefined });
    await loadDemo(house);
  });
  afterAll(async () => {
    await house.stop();
    await folder.remove();
  });

  const ask = async ({ user, operation, variables }: Step): Promise<GraphAnswer> =>
    graphClient(house.url, await house.issuer.token(user)).raw(
      operation,
      Object.fromEntries(variables.map((name) => [name, ids.get(name)])),
    );

  it.each(stepsOf(guide))('is true word for word: $name, asked by $user', async (step) => {
    const once = async () => {
      const { data, errors } = await ask(step);
      expect({ errors, refused: refusals(data) }).toEqual({ errors: undefined, refused: [] });
      expect(data).toMatchObject(step.answer);
      named(data, ids);
    };
    // What is worked out comes a moment later.
    await (step.kind === 'query' ? eventually(once, { timeoutMs: 60_000, everyMs: 500 }) : once());
  });
});
