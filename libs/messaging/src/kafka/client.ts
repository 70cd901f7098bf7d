import { Kafka, type KafkaConfig, logLevel, type RetryOptions, type SASLOptions } from 'kafkajs';
import type { Log } from '../log';

/** How to reach a Kafka cluster. */
export interface KafkaConnection {
  /** `host:port` of some brokers; the rest is learnt from them. */
  brokers: readonly string[];
  clientId: string;
  log: Log;
  ssl?: KafkaConfig['ssl'];
  sasl?: SASLOptions;
  /** Put before the names of topics and groups, where several houses share a cluster. */
  prefix?: string;
}

/**
 * Retries in full, because the client has other defaults for what is left out: about 6 s until an error is ours. What matters is tried again
 * by us, on a new producer or as a new member of the group.
 */
export const retries = {
  initialRetryTime: 200,
  maxRetryTime: 5_000,
  factor: 0.2,
  multiplier: 2,
  retries: 5,
} satisfies RetryOptions;

export function kafkaClient({ brokers, clientId, log, ssl, sasl }: KafkaConnection): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl !== undefined && { ssl }),
    ...(sasl && { sasl }),
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
    retry: retries,
    logLevel: logLevel.INFO,
    logCreator: () => intoLog(log),
  });
}

type Line = Parameters<ReturnType<NonNullable<KafkaConfig['logCreator']>>>[0];

/** The client's own words go into our log; what it calls an error is mostly a retry of its own, so that it is a warning here. */
function intoLog(log: Log): (line: Line) => void {
  return ({ namespace, level, log: { message, timestamp: _timestamp, logger: _logger, stack: _stack, ...fields } }) => {
    const write = level >= logLevel.DEBUG || level === logLevel.INFO ? log.debug.bind(log) : log.warn.bind(log);
    write({ ...fields, kafka: namespace }, message);
  };
}
