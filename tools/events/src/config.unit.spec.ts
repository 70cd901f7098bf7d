import { resolve } from 'node:path';
import { config } from './config';

const url = (role: string) => `postgresql://${role}:pw@db/customer_success`;

describe('where the events are', () => {
  it('is the house of this machine, unless a database is named', () => {
    expect(config({ FIVEPOINT_DATA: 'house' })).toEqual({
      ...{ deployed: null, dataDir: resolve('house'), kafkaBrokers: null },
    });
    expect(config({ KAFKA_BROKERS: 'a:1, b:2' })).toMatchObject({ deployed: null, kafkaBrokers: ['a:1', 'b:2'] });
  });

  it('is a deployment as soon as one is', () => {
    const { deployed } = config({
      CUSTOMER_SUCCESS_DATABASE_URL: url('customer_success_app'),
      CUSTOMER_SUCCESS_RELAY_DATABASE_URL: url('customer_success_relay'),
    });
    expect(deployed?.get('customer-success')).toEqual({
      appUrl: url('customer_success_app'),
      relayUrl: url('customer_success_relay'),
    });
    expect(deployed?.get('deal')).toEqual({});
  });

  it('is refused with every problem at once', () => {
    expect(() => config({ DEAL_DATABASE_URL: 'x', PLANNING_RELAY_DATABASE_URL: 'http://y' })).toThrow(
      /PLANNING_RELAY_DATABASE_URL must be a postgres[^]*DEAL_DATABASE_URL must be a postgres/,
    );
  });
});
