import { validate, type ValidationError } from 'class-validator';
import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import { WrongInput } from './errors';
import { InputProblem } from './refusals';
import { trimTexts } from './trimmed-texts';

/**
 * Takes the blanks off an argument's texts, and validates it and every input within it, however deep, so that no field has to ask for it. The rows of a bulk command are left to
 * `recordRows`, which judges them one by one: a bad row costs the others nothing.
 */
export async function validateInput(argument: unknown, info: GraphQLResolveInfo): Promise<void> {
  trimTexts(argument);
  const rowByRow = getNamedType(info.returnType).name === 'BulkPayload';
  const problems = rowByRow ? await problemsAt(argument, '') : await inputProblems(argument);
  if (problems.length > 0) throw new WrongInput(problems);
}

/** All that is wrong with an input, each problem with its place; empty when nothing is. */
export async function inputProblems(input: unknown, at = ''): Promise<InputProblem[]> {
  if (typeof input !== 'object' || input === null) return [];
  const own = Array.isArray(input) ? [] : await problemsAt(input, at);
  const within = await Promise.all(
    Object.entries(input).map(([name, value]) => inputProblems(value, at ? `${at}.${name}` : name)),
  );
  return [...own, ...within.flat()];
}

async function problemsAt(input: unknown, at: string): Promise<InputProblem[]> {
  if (typeof input !== 'object' || input === null || input.constructor === Object) return [];
  const problems = await validate(input, { skipMissingProperties: true, forbidUnknownValues: false });
  return problems.flatMap(({ property, constraints = {} }: ValidationError) =>
    Object.values(constraints).map((message) => new InputProblem(at ? `${at}.${property}` : property, message)),
  );
}
