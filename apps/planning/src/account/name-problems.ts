import { type Command, InputProblem, visibleRows } from '@fivepoint/service';
import { Account } from './account';
import { industryOf, unnamed } from './named-unit';

/** Why a name is that of no buying unit (P04): it is a region's, or that of an industry that it is in itself, or that accounts are in which the caller sees. */
export async function nameProblems(
  command: Command,
  name: string,
  { path = 'name', industry }: { path?: string; industry?: string | null | undefined } = {},
): Promise<InputProblem[]> {
  const bare = industryOf(name).toLowerCase();
  const isIndustry = async () =>
    industry?.toLowerCase() === bare ||
    visibleRows(command.manager, Account, command).andWhere('lower(e.industry) = :bare', { bare }).getExists();
  const kind = unnamed(name) ?? ((await isIndustry()) ? 'industry' : null);
  if (!kind) return [];
  const what = kind === 'region' ? 'a region' : 'an industry';
  return [new InputProblem(path, `names ${what}; name the organisation that buys, such as 江苏省电力公司`)];
}
