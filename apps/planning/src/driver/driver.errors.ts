import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows the driver that is there as `demandDriver`. */
@ObjectType({
  implements: Refusal,
  description: 'There is a driver of this name already: take that one (驱动因素已存在).',
})
export class DemandDriverExists extends Refusal {
  constructor(
    readonly demandDriverId: string,
    name: string,
    unit: string,
  ) {
    super('DEMAND_DRIVER_EXISTS', `${name} is a driver already, counted in ${unit}; take that one.`);
  }
}
