import { type Command, InputProblem, visibleRows } from '@fivepoint/service';
import { Account } from './account';
import { industryOf, unnamed } from './named-unit';

/** What somebody wants to call an account, and the industry that it is said to be in. */
interface Named {
  name: string;
  industry?: string | null | undefined;
}

/** Why a name is that of no buying unit (P04): it is a region's, or that of an industry that it is in itself, or that accounts are in which the caller sees. */
export async function nameProblems(command: Command, named: Named, path = 'name'): Promise<InputProblem[]> {
  const problemsOf = await problemsOfNames(command, [named], path);
  return problemsOf(named);
}

/** The same for many names; one statement for all of them. */
async function problemsOfNames(
  command: Command,
  all: readonly Named[],
  path = 'name',
): Promise<(named: Named) => InputProblem[]> {
  const industries = await industriesAmong(
    command,
    all.filter(({ name }) => !unnamed(name)).map(({ name }) => bareOf(name)),
  );
  return ({ name, industry }) => {
    const bare = bareOf(name);
    const isIndustry = industry?.toLowerCase() === bare || industries.has(bare);
    const kind = unnamed(name) ?? (isIndustry ? 'industry' : null);
    if (!kind) return [];
    return [new InputProblem(path, `names ${kinds[kind]}; name the organisation that buys, such as 江苏省电力公司`)];
  };
}

const kinds = { region: 'a region', industry: 'an industry', group: 'customers in general' } as const;

const bareOf = (name: string): string => industryOf(name).toLowerCase();

/** The same of many accounts, by their ids. */
export async function misnamedAmong(
  command: Command,
  accounts: readonly Pick<Account, 'id' | 'name'>[],
  path: string,
): Promise<Map<string, InputProblem[]>> {
  const named = accounts.map(({ name }) => ({ name }));
  const problemsOf = await problemsOfNames(command, named, path);
  return new Map(accounts.map(({ id, name }) => [id, problemsOf({ name })]));
}

/** Which of these are industries that accounts are in which the caller sees. */
async function industriesAmong(command: Command, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const found = await visibleRows(command.manager, Account, command)
    .andWhere('lower(e.industry) = any(:names)', { names: [...new Set(names)] })
    .select('distinct lower(e.industry)', 'industry')
    .getRawMany<{ industry: string }>();
  return new Set(found.map(({ industry }) => industry));
}
