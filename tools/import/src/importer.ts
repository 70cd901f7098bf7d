import type { GraphUser } from '../../lifecycle/src/graph-user';
import type { Draft, Rejection } from './plan';
import type { Progress } from './progress';
import { Report } from './report';
import type { HistoryCommand } from './sending/history-graph';
import { send, type SenderSettings } from './sending/sender';

/** Ids of the older system → ids here. */
export type Ids = ReadonlyMap<string, string>;

/** Runs the phases of one import, and keeps the report of it. */
export class Importer {
  readonly report = new Report();

  constructor(
    private readonly graph: Pick<GraphUser, 'ask'>,
    private readonly settings: SenderSettings,
    private readonly progress: Progress,
  ) {}

  get stopped(): boolean {
    return this.settings.stopped();
  }

  /** Counts what was read; rows that cannot be sent are rejected. */
  read(drafts: readonly Draft<unknown>[], rejections: readonly Rejection[]): void {
    for (const { thing } of [...drafts, ...rejections]) this.report.read(thing);
    for (const rejection of rejections) this.report.rejected(rejection);
  }

  /**
   * Sends drafts to one command and reports each.
   * @param rowOf what to send, or why it cannot be sent after all
   * @param inOrder each call only after the one before it, for rows that stand below each other
   * @param inPart whether a row that is recorded has a phase before it yet: then only its refusal is its outcome
   * @returns the ids of all that are recorded
   */
  async record<R>(
    title: string,
    command: HistoryCommand,
    drafts: readonly Draft<R>[],
    rowOf: (draft: Draft<R>) => object | string,
    { inOrder = false, inPart = false } = {},
  ): Promise<Ids> {
    const ids = new Map<string, string>();
    this.progress.begin(title, drafts.length);
    try {
      const jobs: { draft: Draft<R>; row: { externalId: string } }[] = [];
      for (const draft of drafts) {
        const row = rowOf(draft);
        if (typeof row !== 'string') jobs.push({ draft, row: { ...row, externalId: draft.externalId } });
        else {
          this.report.rejected({ ...draft, reason: row });
          this.progress.advance();
        }
      }
      const settings = inOrder ? { ...this.settings, lanes: 1 } : this.settings;
      await send(this.graph, command, jobs, settings, (draft, outcome) => {
        if (outcome.id !== null) ids.set(draft.externalId, outcome.id);
        if (!inPart || outcome.status === 'REFUSED') this.report.told(draft, outcome);
        this.progress.advance();
      });
    } finally {
      this.progress.end();
    }
    return ids;
  }
}
