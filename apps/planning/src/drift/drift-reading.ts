import type { DriftDetectedV1 } from '@fivepoint/contracts';
import { TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

/** How far an account drifts away, as customer success has told on a day. Its id is the event's. */
@Entity('drift_reading')
export class DriftReading extends TenantRow {
  @Column('uuid')
  accountId!: string;

  @Column('date')
  detectedOn!: string;

  @Column('text')
  level!: DriftDetectedV1['level'];

  @Column('int')
  riskBasisPoints!: number;
}
