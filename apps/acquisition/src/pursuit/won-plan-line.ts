import { TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

/**
 * A plan line whose contract came before its pursuit: the pursuit begins as won. Its id is the plan line's. A line of recorded history
 * never has a pursuit: then this is all that is known of it here, and nothing waits for what does not come.
 */
@Entity('won_plan_line')
export class WonPlanLine extends TenantRow {
  @Column('date')
  wonOn!: string;
}
