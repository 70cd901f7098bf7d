import { contains, from, is, listOf, to } from '@fivepoint/service';
import { DemandDriver } from './demand-driver';
import { DemandDriverFilter, DriverMeasureFilter } from './driver.inputs';
import { DriverMeasure } from './driver-measure';

export const DemandDriverList = listOf(DemandDriver, 'demandDrivers', {
  filter: DemandDriverFilter,
  where: { nameContains: contains('name') },
  orders: {
    NAME: { by: 'name', description: 'What drives demand, in the order of a Chinese dictionary (名称).' },
  },
});

export const DriverMeasureList = listOf(DriverMeasure, 'driverMeasures', {
  filter: DriverMeasureFilter,
  where: {
    accountId: is('accountId'),
    demandDriverId: is('demandDriverId'),
    productId: is('productId'),
    measuredFrom: from('measuredOn'),
    measuredTo: to('measuredOn'),
  },
  orders: {
    MEASURED_ON: { by: 'measuredOn', description: 'The day on which it was so (截至日).' },
  },
  order: { field: 'MEASURED_ON', direction: 'DESC' },
});
