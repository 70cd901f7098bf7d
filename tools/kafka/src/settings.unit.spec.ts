import { settingsFile } from './settings';

const place = { port: 9092, advertisedPort: 9092, controllerPort: 9093, endedWell: true };

describe('the settings of the broker', () => {
  it('listen to this machine only, for clients and for the controller', () => {
    const addresses = settingsFile(place)
      .split('\n')
      .filter((line) => /^(advertised\.)?listeners=|^controller\.quorum\.voters=/.test(line));
    expect(addresses).toEqual([
      'listeners=BROKER://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093',
      'advertised.listeners=BROKER://127.0.0.1:9092',
      'controller.quorum.voters=1@127.0.0.1:9093',
    ]);
  });

  it('send clients to a proxy that stands before it', () => {
    const settings = settingsFile({ ...place, advertisedPort: 9094 });
    expect(settings).toContain('\nlisteners=BROKER://127.0.0.1:9092,');
    expect(settings).toContain('advertised.listeners=BROKER://127.0.0.1:9094\n');
  });

  it('make no topic by accident and forget no event', () => {
    expect(settingsFile(place)).toContain('auto.create.topics.enable=false\n');
    expect(settingsFile(place)).toContain('log.retention.hours=-1\n');
  });

  it('wait shorter for the session of a broker that died', () => {
    expect(settingsFile(place)).toContain('broker.session.timeout.ms=9000\n');
    expect(settingsFile({ ...place, endedWell: false })).toContain('broker.session.timeout.ms=2000\n');
  });
});
