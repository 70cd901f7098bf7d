/** The moments at which a process is killed on purpose: between any two of them a crash leaves another state behind. */
export const points = {
  'command/before-commit': 'a command has written its row, its events and its audit row',
  'command/after-commit': 'a command is committed, and nobody has been answered',
  'relay/before-record': 'a batch is published, and not recorded as published',
  'relay/after-record': 'a batch is recorded as published',
  'receipt/before-commit': 'a batch is in the inbox, and not committed',
  'receipt/after-commit': 'a batch is committed to the inbox, and the transport does not know it',
  'offset/before-commit': 'the offsets of a batch are about to be sent to Kafka',
  'handler/first-effect': 'a handler has written its first row',
  'handler/before-commit': 'an event is done with all its effects, and not committed',
  'handler/after-commit': 'an event is done and committed',
} as const;

export type Point = keyof typeof points;

/** Without a broker there is no offset: the cursor moves in the receipt's own transaction. */
export const pointsOf = (mode: 'embedded' | 'kafka'): Point[] =>
  (Object.keys(points) as Point[]).filter((point) => mode === 'kafka' || point !== 'offset/before-commit');
