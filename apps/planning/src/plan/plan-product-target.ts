import { MoneyValue, TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

/** What a version of a plan sets out to sell of a product, before its lines are written (P21). */
@Entity('plan_product_target')
export class PlanProductTarget extends TenantRow {
  @Column('uuid')
  planVersionId!: string;

  @Column('uuid')
  productId!: string;

  @Column(() => MoneyValue)
  target!: MoneyValue;
}
