/** Where the events are kept, below the folder of the broker. */
export const logFolder = 'log';

/** What one start of the broker is told. */
export interface BrokerPlace {
  readonly port: number;
  /** Where clients are told to come to: its own port, or that of a proxy before it. */
  readonly advertisedPort: number;
  readonly controllerPort: number;
  /** Whether the last broker on this folder shut down by itself, or there was none. */
  readonly endedWell: boolean;
}

/** The settings file of a single broker for one machine: it listens to this machine only and keeps everything it was given. */
export function settingsFile({ port, advertisedPort, controllerPort, endedWell }: BrokerPlace): string {
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    listeners: `BROKER://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `BROKER://127.0.0.1:${advertisedPort}`,
    'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'BROKER',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    // Below the broker's working folder: in a list of folders, a comma in the path of that one would end it.
    'log.dirs': logFolder,
    // Topics are made on purpose, with their partitions: a misspelt name is an error.
    'auto.create.topics.enable': false,
    // Nothing is forgotten because a developer was away for a while.
    'log.retention.hours': -1,
    'offsets.retention.minutes': 525_600,
    ...aloneInTheCluster,
    ...small,
    ...quick,
    // The controller lets a broker that died come back only when its session has ended: 9 s otherwise. Kept long where nothing died, so that
    // a machine that stalls for two seconds does not make the only broker leave its own cluster.
    'broker.session.timeout.ms': endedWell ? 9000 : 2000,
    'broker.heartbeat.interval.ms': endedWell ? 2000 : 400,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const aloneInTheCluster = {
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
};

/** 140 MB of memory instead of 350: the cleaner alone takes 128 MB by default. */
const small = {
  'log.cleaner.dedupe.buffer.size': 2_097_152,
  'log.cleaner.io.buffer.size': 131_072,
  'num.io.threads': 2,
  'num.network.threads': 2,
  'background.threads': 2,
  'num.recovery.threads.per.data.dir': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.num.partitions': 4,
  'share.coordinator.state.topic.num.partitions': 4,
};

const quick = {
  'controller.quorum.election.timeout.ms': 200,
  'controller.quorum.election.backoff.max.ms': 50,
  // A first consumer does not wait three seconds for others to come.
  'group.initial.rebalance.delay.ms': 0,
  // Specs may wait shorter than six seconds for a killed consumer's partitions.
  'group.min.session.timeout.ms': 1000,
};
