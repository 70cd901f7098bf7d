import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What the house on this machine reads from the environment, all optional. */
export interface LocalSettings {
  /** Where everything that lasts between starts is kept. */
  dataDir: string;
  port: number;
  production: boolean;
  logLevel: string;
  kafkaBrokers: string[] | null;
  /** Where traces go (OTLP over HTTP); null: nowhere. */
  otlpEndpoint: string | null;
}

export const repositoryRoot = resolve(__dirname, '..', '..', '..');
/** Where a house keeps its data unless FIVEPOINT_DATA says otherwise. */
export const usualDataDir = join(repositoryRoot, '.fivepoint');

/** Reads and checks the environment; pure. RangeError names what is wrong. */
export function localSettings(env: NodeJS.ProcessEnv): LocalSettings {
  const parsed = z
    .object({
      // An empty value would mean the current folder, which nobody means.
      FIVEPOINT_DATA: z.string().trim().min(1, { error: 'must name a folder, or be left out' }).default(usualDataDir),
      PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(4000),
      NODE_ENV: z.string().default('development'),
      LOG_LEVEL: z.string().default('warn'),
      KAFKA_BROKERS: z.string().optional(),
      OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ error: 'must be the URL of a collector' }).optional(),
    })
    .safeParse(env);
  if (!parsed.success)
    throw new RangeError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
  const brokers = (parsed.data.KAFKA_BROKERS ?? '')
    .split(',')
    .map((broker) => broker.trim())
    .filter(Boolean);
  const { FIVEPOINT_DATA, PORT, NODE_ENV, LOG_LEVEL, OTEL_EXPORTER_OTLP_ENDPOINT } = parsed.data;
  return {
    dataDir: resolve(FIVEPOINT_DATA),
    port: PORT,
    production: NODE_ENV === 'production',
    logLevel: LOG_LEVEL,
    // Empty is the same as absent: a Kafka of its own.
    kafkaBrokers: brokers.length > 0 ? brokers : null,
    otlpEndpoint: OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

export const postgresFolder = (dataDir: string): string => join(dataDir, 'postgres');
export const kafkaFolder = (dataDir: string): string => join(dataDir, 'kafka');
export const issuerFile = (dataDir: string): string => join(dataDir, 'issuer.json');
