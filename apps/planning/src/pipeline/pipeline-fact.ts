import { Origin, TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';
import type { PipelineWord } from './derive-case';
import type { PipelineSaying } from './fact-of';

/** One event as far as a case goes by it; its id is the event's. Cases are derived from these, and can be at any time again. */
@Entity('pipeline_fact')
export class PipelineFact extends TenantRow implements PipelineWord {
  @Column('uuid', { nullable: true })
  leadId!: string | null;

  @Column('uuid', { nullable: true })
  dealId!: string | null;

  @Column('timestamptz')
  occurredAt!: Date;

  @Column('text')
  origin!: Origin;

  @Column('uuid')
  correlationId!: string;

  @Column('jsonb')
  says!: PipelineSaying;
}
