import { DomainError } from '@fivepoint/kernel';
import { Directive, Field, InterfaceType, Int, ObjectType } from 'type-graphql';
import { UUID } from './scalars';

/** An expected refusal (业务拒绝): data, with what the client needs to recover. Commands return it; nothing was changed. */
@InterfaceType('DomainError', {
  autoRegisterImplementations: false,
  description: 'An expected refusal: nothing was changed; code and message say why and what would be right (业务拒绝).',
})
export abstract class Refusal extends DomainError {
  @Field({ description: 'Stable, machine-readable reason (原因代码).' })
  readonly code: string;

  @Field({ description: 'What was wrong and what would be right, in English (说明).' })
  readonly message: string;

  protected constructor(code: string, message: string) {
    super();
    this.code = code;
    this.message = message;
  }
}

@Directive('@shareable')
@ObjectType({ implements: Refusal, description: 'No such thing, or none that you may see (未找到).' })
export class NotFound extends Refusal {
  /** Not `kind`: entities have a field of that name, and members of a union share one selection set. */
  @Field({ description: 'The type that was looked for (类型).' })
  readonly entity: string;

  @Field(() => UUID, { description: 'The id that was looked for (标识).' })
  readonly id: string;

  constructor(entity: string, id: string) {
    super('NOT_FOUND', `There is no ${entity} ${id} that you may see.`);
    this.entity = entity;
    this.id = id;
  }
}

@Directive('@shareable')
@ObjectType({
  implements: Refusal,
  description: 'The idempotency key was used before with other input: use a new key for a new command (幂等键重复).',
})
export class IdempotencyKeyReused extends Refusal {
  @Field({ description: 'The key that was used before (幂等键).' })
  readonly key: string;

  constructor(key: string) {
    super(
      'IDEMPOTENCY_KEY_REUSED',
      'This idempotency key was used before with other input; use a new key for a new command.',
    );
    this.key = key;
  }
}

@Directive('@shareable')
@ObjectType({ implements: Refusal, description: 'The lifecycle has no such step from here (状态转换被拒).' })
export class TransitionRefused extends Refusal {
  @Field({ description: 'The state it is in (当前状态).' })
  readonly fromState: string;

  @Field({ description: 'The state that was asked for (目标状态).' })
  readonly toState: string;

  @Field(() => [String], { description: 'The states that may follow from here (允许的状态).' })
  readonly allowed: string[];

  constructor(kind: string, fromState: string, toState: string, allowed: readonly string[]) {
    const may = allowed.length ? `from there it may go to ${allowed.join(', ')}` : 'that is its last state';
    super('TRANSITION_REFUSED', `The ${kind} is in ${fromState} and cannot go to ${toState}: ${may}.`);
    this.fromState = fromState;
    this.toState = toState;
    this.allowed = [...allowed];
  }
}

@Directive('@shareable')
@ObjectType({ implements: Refusal, description: 'Somebody changed it since you read it: read it again (版本冲突).' })
export class VersionConflict extends Refusal {
  @Field(() => Int, { description: 'The version you sent (期望版本).' })
  readonly expectedVersion: number;

  @Field(() => Int, { description: 'The version it has now (当前版本).' })
  readonly actualVersion: number;

  constructor(expectedVersion: number, actualVersion: number) {
    super(
      'VERSION_CONFLICT',
      `You changed version ${expectedVersion}, but it is at version ${actualVersion} now: read it again and repeat your change.`,
    );
    this.expectedVersion = expectedVersion;
    this.actualVersion = actualVersion;
  }
}

@Directive('@shareable')
@ObjectType({ description: 'One thing that is wrong with an input (问题).' })
export class InputProblem {
  @Field({ description: 'Where in the input, such as paymentTerms.2.basisPoints (位置).' })
  readonly path: string;

  @Field({ description: 'What was wrong and what would be right (说明).' })
  readonly message: string;

  constructor(path: string, message: string) {
    this.path = path;
    this.message = message;
  }
}

@Directive('@shareable')
@ObjectType({
  implements: Refusal,
  description: 'The input breaks a range or a rule of the business; every problem is listed (输入无效).',
})
export class InvalidInput extends Refusal {
  @Field(() => [InputProblem], { description: 'Every problem found, not only the first (问题清单).' })
  readonly problems: InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super('INVALID_INPUT', problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
    this.problems = [...problems];
  }
}

@Directive('@shareable')
@ObjectType({
  implements: Refusal,
  description: 'A gate of the process is not met; what is missing is listed (门槛未满足).',
})
export class GateNotMet extends Refusal {
  @Field({ description: 'The gate, such as BANT (门槛).' })
  readonly gate: string;

  @Field(() => [String], { description: 'What is missing, in the order of the process (缺失项).' })
  readonly missing: string[];

  constructor(gate: string, missing: readonly string[]) {
    super('GATE_NOT_MET', `${gate} is not met; missing: ${missing.join(', ')}.`);
    this.gate = gate;
    this.missing = [...missing];
  }
}
