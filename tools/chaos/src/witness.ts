import { GraphUser } from '../../lifecycle/src/graph-user';

/** Longer than any fault and what follows from it. */
const patienceMs = 120_000;

/** Remembers what clients were told: each command that was acknowledged, and what the graph said while it could not answer. */
export class Witness {
  /** Idempotency key → id of what the command made or changed. */
  readonly acknowledged = new Map<string, string>();
  /** What was said instead of an answer → how often. */
  readonly troubles = new Map<string, number>();

  user(url: string, token: () => Promise<string>): GraphUser {
    return new WatchedUser(url, token, this);
  }
}

class WatchedUser extends GraphUser {
  constructor(
    url: string,
    token: () => Promise<string>,
    private readonly witness: Witness,
  ) {
    super(url, token, patienceMs);
  }

  override async ask<T>(document: string, variables: { input?: { idempotencyKey?: string } } = {}): Promise<T> {
    const answer = await super.ask<T>(document, variables);
    const key = variables.input?.idempotencyKey;
    const { result } = answer as { result?: { id?: string } };
    if (key !== undefined && result?.id !== undefined) this.witness.acknowledged.set(key, result.id);
    return answer;
  }

  protected override async once<T>(query: string, variables: object): Promise<{ data: T } | { reason: string }> {
    const answer = await super.once<T>(query, variables);
    if ('reason' in answer) {
      const said = /^[A-Z_]+/.exec(answer.reason)?.[0] ?? 'no connection';
      this.witness.troubles.set(said, (this.witness.troubles.get(said) ?? 0) + 1);
    }
    return answer;
  }
}
