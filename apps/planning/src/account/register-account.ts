import {
  type Command,
  InvalidInput,
  NotFound,
  ownerProblems,
  present,
  takenProblems,
  takeTurns,
} from '@fivepoint/service';
import { assessedNow } from '../assessment/assess-accounts';
import { LegalEntity } from '../legal-entity/legal-entity';
import { Rep } from '../rep/rep';
import { Account } from './account';
import type { RegisterAccountInput } from './account.inputs';
import { lockHierarchy, parentProblems } from './hierarchy';
import { nameProblems } from './name-problems';

export type RegisterAccountOutcome = Account | NotFound | InvalidInput;

/** Registers a named buying unit (capabilities P04, P06): from now on it can be targeted, and every service knows it. */
export async function registerAccount(command: Command, input: RegisterAccountInput): Promise<RegisterAccountOutcome> {
  if (input.parentId) await lockHierarchy(command);
  const parent = input.parentId ? await command.find(Account, input.parentId) : null;
  if (parent instanceof NotFound) return parent;
  const ownerId = input.ownerId ?? command.identity.repId;
  const owner = ownerId ? await command.find(Rep, ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const legalEntity = input.legalEntityId ? await command.find(LegalEntity, input.legalEntityId) : null;
  if (legalEntity instanceof NotFound) return legalEntity;
  const { externalId } = input;
  await takeTurns(command, Account, ['externalId'], [input]);
  const problems = [
    ...(await nameProblems(command, input)),
    ...parentProblems(parent, input.level),
    ...(owner ? ownerProblems(command.identity, owner) : []),
    ...(await takenProblems(command, Account, { externalId })),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  const account = Object.assign(new Account(), {
    ...command.newAggregate(),
    name: input.name,
    level: input.level,
    parentId: parent?.id ?? null,
    legalEntityId: legalEntity?.id ?? null,
    industry: input.industry ?? null,
    externalId: externalId ?? null,
    ownerId: owner?.id ?? null,
    team: owner?.team ?? null,
    ...notPositioned,
  });
  await command.add(account);
  announceAccount(command, account, 'registered');
  Object.assign(account, await assessedNow(command, account.id));
  return account;
}

/** Nobody has said yet how it buys and what of it can be won. */
export const notPositioned = {
  purchasePattern: null,
  attainableBasisPoints: null,
  currentRelationshipType: null,
  desiredRelationshipType: null,
  assessmentCurrency: null,
  effortHours: null,
  stage: null,
  class: null,
} as const;

/** `account-registered` and `account-updated`, for live and for recorded accounts alike: the whole of what the other services share. */
export function announceAccount(command: Command, account: Account, change: 'registered' | 'updated'): void {
  command.emit({
    type: `fivepoint.planning.account-${change}.v1`,
    key: account.id,
    subject: account.id,
    correlationId: account.correlationId,
    data: {
      accountId: account.id,
      name: account.name,
      level: account.level,
      ...present({
        parentId: account.parentId,
        ownerId: account.ownerId,
        team: account.team,
        externalId: account.externalId,
      }),
    },
  });
}
