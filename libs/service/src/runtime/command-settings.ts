import type { CommandSettings } from '../command/command';
import { tenantTimeZone } from '../master-data/master-record';
import type { ServiceDefinition } from './definition';

/** What commands need to know of their service. */
export function commandSettings({ name, seesAll, timeZoneOf }: ServiceDefinition): CommandSettings {
  return { service: name, seesAll, timeZoneOf: timeZoneOf ?? tenantTimeZone };
}
