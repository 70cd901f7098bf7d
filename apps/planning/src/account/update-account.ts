import { type Command, InputProblem, InvalidInput, NotFound, ownerProblems, VersionConflict } from '@fivepoint/service';
import { Contact } from '../contact/contact';
import { LegalEntity } from '../legal-entity/legal-entity';
import { Rep } from '../rep/rep';
import { Account } from './account';
import type { UpdateAccountInput } from './account.inputs';
import { type AccountLevel, mayStandAbove } from './account.levels';
import { lockHierarchy, parentProblems, standsBelow } from './hierarchy';
import { nameProblems } from './name-problems';
import { announceAccount } from './register-account';

export type UpdateAccountOutcome = Account | NotFound | VersionConflict | InvalidInput;

/** Changes an account; a new owner takes it over, and the team and the account's contacts follow. */
export async function updateAccount(command: Command, input: UpdateAccountInput): Promise<UpdateAccountOutcome> {
  const { parentId, level } = input;
  if (parentId !== undefined || level != null) await lockHierarchy(command);
  const account = await command.lock(Account, input.accountId, input.expectedVersion);
  if (!(account instanceof Account)) return account;
  const owner = input.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const legalEntity = input.legalEntityId ? await command.find(LegalEntity, input.legalEntityId) : null;
  if (legalEntity instanceof NotFound) return legalEntity;
  const newOwner = owner?.id === account.ownerId ? null : owner;
  const problems = [
    ...(input.name == null || input.name === account.name ? [] : await nameProblems(command, { name: input.name })),
    ...(newOwner ? ownerProblems(command.identity, newOwner) : []),
  ];
  const moved = await moveInHierarchy(command, account, input);
  if (moved instanceof NotFound) return moved;
  if (moved) problems.push(...moved.problems);
  if (problems.length > 0) return new InvalidInput(problems);

  account.name = input.name ?? account.name;
  if (input.industry !== undefined) account.industry = input.industry;
  if (input.legalEntityId !== undefined) account.legalEntityId = legalEntity?.id ?? null;
  if (newOwner) await handOver(command, account, newOwner);
  await command.save(account);
  announceAccount(command, account, 'updated');
  return account;
}

/** Gives the account its new parent and level, or says why it cannot stand there. */
async function moveInHierarchy(
  command: Command,
  account: Account,
  input: Pick<UpdateAccountInput, 'parentId' | 'level'>,
): Promise<InvalidInput | NotFound | null> {
  const level = input.level ?? account.level;
  const parentId = input.parentId === undefined ? account.parentId : input.parentId;
  if (level === account.level && parentId === account.parentId) return null;
  // A parent that stays may belong to a team whose accounts the caller does not see.
  const parent = await (parentId === null
    ? null
    : parentId === account.parentId
      ? command.manager.findOneByOrFail(Account, { tenantId: command.tenantId, id: parentId })
      : command.find(Account, parentId));
  if (parent instanceof NotFound) return parent;
  const problems = parentProblems(parent, level);
  if (parent && (await standsBelow(command, parent.id, account.id)))
    problems.push(new InputProblem('parentId', `${parent.name} stands below this account or is this account itself`));
  const children = await command.manager.findBy(Account, { tenantId: command.tenantId, parentId: account.id });
  problems.push(...levelProblems(level, children));
  if (problems.length > 0) return new InvalidInput(problems);
  account.level = level;
  account.parentId = parent?.id ?? null;
  return null;
}

/** Why an account with these children cannot take this level; pure. */
export function levelProblems(level: AccountLevel, children: readonly Pick<Account, 'level'>[]): InputProblem[] {
  const higher = children.find((child) => !mayStandAbove(level, child.level));
  return higher
    ? [new InputProblem('level', `must not be below ${higher.level}, the level of an account under it`)]
    : [];
}

async function handOver(command: Command, account: Account, owner: Rep): Promise<void> {
  const leavesTheTeam = account.team !== owner.team;
  Object.assign(account, { ownerId: owner.id, team: owner.team });
  const contacts = await command.manager.find(Contact, {
    where: { tenantId: command.tenantId, accountId: account.id },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const contact of contacts) {
    // Somebody of the former team would look after a person without seeing the account.
    if (leavesTheTeam && contact.relationshipOwnerId) contact.relationshipOwnerId = owner.id;
    await command.save(Object.assign(contact, { ownerId: owner.id, team: owner.team }));
  }
}
