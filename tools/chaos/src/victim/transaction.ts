import type { Point } from './points';

export interface SentStatement {
  name: string | undefined;
  text: string;
}

/** The points on both sides of one statement. */
export interface Around {
  before?: Point;
  after?: Point;
}

const nowhere: Around = {};

/**
 * What the present transaction of one connection is, told by the statements that it sends: those of messaging carry names, the others are known
 * by what they say.
 */
export class Transaction {
  private kind: 'command' | 'receipt' | 'handler' | null = null;
  private touched = false;
  private done = false;

  around({ name, text }: SentStatement): Around {
    if (/^\s*(begin|start transaction)\b/i.test(text)) {
      [this.kind, this.touched, this.done] = [null, false, false];
      return nowhere;
    }
    if (name === 'outbox-published') return { before: 'relay/before-record', after: 'relay/after-record' };
    if (/^\s*commit\b/i.test(text)) return this.aroundCommit();
    if (name === 'inbox-receive') this.kind = 'receipt';
    else if (name === 'inbox-done') this.done = true;
    else if (/;\s*savepoint handling\s*$/i.test(text)) this.kind = 'handler';
    else if (/^\s*rollback to savepoint handling\b/i.test(text)) this.touched = false;
    else if (this.kind === null && /^\s*insert into "?audit_entry\b/i.test(text)) this.kind = 'command';
    else if (this.kind === 'handler' && !this.touched && /^\s*(insert|update|delete)\b/i.test(text)) {
      this.touched = true;
      return { after: 'handler/first-effect' };
    }
    return nowhere;
  }

  private aroundCommit(): Around {
    const { kind } = this;
    this.kind = null;
    if (kind === null || (kind === 'handler' && !this.done && !this.touched)) return nowhere;
    return { before: `${kind}/before-commit`, after: `${kind}/after-commit` };
  }
}
