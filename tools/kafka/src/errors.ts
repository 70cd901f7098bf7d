/** What went wrong, for callers that react to it; the message says it to people. */
export type KafkaErrorCode =
  'NO_JAVA' | 'NO_MAVEN' | 'FETCH_FAILED' | 'CHECKSUM' | 'PORT_TAKEN' | 'IN_USE' | 'FOLDER_UNUSABLE' | 'START_FAILED';

/** Kafka cannot be had or does not start; `message` says why and what would help. */
export class KafkaError extends Error {
  override readonly name = 'KafkaError';

  constructor(
    readonly code: KafkaErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const portTaken = (port: number): KafkaError =>
  new KafkaError(
    'PORT_TAKEN',
    `Port ${port} on 127.0.0.1 is taken by another program (or not allowed): stop that program, or give Kafka another port.`,
  );

export const inUse = (folder: string, owner: number): KafkaError =>
  new KafkaError(
    'IN_USE',
    `${folder} is in use by a Kafka broker that process ${owner} started: stop that one, or give this one another folder.`,
  );

/**
 * Turns what the broker logged before it gave up into an error that says what to do.
 * @param output the lines of this start only
 */
export function explainFailure(output: string, where: { folder: string; port: number; logFile: string }): KafkaError {
  if (/Address already in use|BindException|Socket server failed to bind/.test(output)) return portTaken(where.port);
  if (/Failed to acquire lock on file/.test(output)) {
    return new KafkaError(
      'IN_USE',
      `${where.folder} is in use by another Kafka broker: stop that one, or give this one another folder.`,
    );
  }
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new KafkaError('FOLDER_UNUSABLE', `The disk that holds ${where.folder} is full: free some space first.`);
  }
  const said = output
    .split('\n')
    .filter((line) => /ERROR|FATAL|Exception|Error:/.test(line))
    .slice(0, 3)
    .join(' ');
  return new KafkaError(
    'START_FAILED',
    `Kafka did not start: ${said || 'it said nothing'} (all of it: ${where.logFile})`,
  );
}
