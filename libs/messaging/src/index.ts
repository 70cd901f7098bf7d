export { encode } from './envelope/cloud-events';
export type { Message, Received } from './envelope/received';
export type { Gauge } from './gauges';
export {
  type Consumer,
  type Handler,
  type Occasion,
  on,
  type Outcome,
  type ReplayScope,
  type RunInTransaction,
  topicsOf,
  Wait,
  wait,
} from './in/handler';
export type { HandledEvent } from './in/worker';
export type { KafkaConnection } from './kafka/client';
export { kafkaTransport } from './kafka/kafka-transport';
export { createTopics, type CreateTopics, UnfitTopics } from './kafka/topics';
export type { Log } from './log';
export { openOperators, type OpenOperators, type Reach } from './operators/open-operators';
export { type InboxOperators, type Operators, operatorsIn } from './operators/operators';
export type { ParkedEvent, ParkedFilter, ParkedOutcome, ParkedRef } from './operators/parked';
export type { Pruned, PruneLimits } from './operators/prune';
export { type Difference, reconcile } from './operators/reconcile';
export { type Replayed, ReplayRefused, type ReplayRequest } from './operators/replay';
export type { ConsumerLag, MissingEvent, OutboxAge, RejectedFilter, RejectedMessage } from './operators/state';
export { emit, emitAll, type EmitContext, type EmitRequest, InvalidEvent, largestData, prepare } from './out/emit';
export type { OutboxReader } from './out/outbox-reader';
export { isPassing, LostConnection } from './passing-trouble';
export { type MessagingRoles } from './schema/privileges';
export { messagingChanges } from './schema/messaging-changes';
export { messagingTables, rolesOf } from './schema/messaging-tables';
export { type Messaging, type MessagingSettings, startMessaging } from './start-messaging';
export { type Bus, createBus } from './transport/bus';
export { inProcessTransport } from './transport/in-process';
export type { Inlet, Subscription, Transport } from './transport/transport';
export { defaultTuning, type Tuning } from './tuning';
export { Bell } from './waiting';
