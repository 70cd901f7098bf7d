export type { AnyEnvelope, Envelope } from './envelope';
export * from './generated/events';
export { serviceNames, type ServiceName, sourceOf, topicOf } from './services';
export { isEventType, keyOf, validateData, validatePublished } from './validate';
