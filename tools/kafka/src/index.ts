export { startKafka, type KafkaBroker, type KafkaOptions } from './broker';
export { kafkaSuite, whyNoKafka } from './availability';
export type { Environment } from './environment';
export { KafkaError, type KafkaErrorCode } from './errors';
export { fetchKafka, type FetchOptions, type KafkaJars } from './fetch';
export { runKafkaClass, type KafkaProgram } from './jvm';
export { prepareKafka } from './program';
