/** Values of postgresql.conf by name. */
export type ServerSettings = Readonly<Record<string, string | number | boolean>>;

/** `npm start`: an answered commit survives SIGKILL of every process and the loss of power. */
export const durableSettings: ServerSettings = {
  fsync: true,
  synchronous_commit: true,
  full_page_writes: true,
  max_connections: 200,
  shared_buffers: '128MB',
  // Plans of short statements: compiling them costs more than running them.
  jit: false,
  log_checkpoints: false,
};

/**
 * Specs: nothing waits for the disk, so that a power cut may ruin the whole cluster. What was committed still survives SIGKILL
 * (the operating system has it), which specs that kill the server need. Never for data one wants back.
 */
export const throwAwaySettings: ServerSettings = {
  ...durableSettings,
  fsync: false,
  full_page_writes: false,
  max_connections: 300,
  wal_level: 'minimal',
  max_wal_senders: 0,
  // No checkpoint in the middle of a run.
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
  // The passwords are random, so that a slow hash protects nothing; each new connection pays it.
  scram_iterations: 1,
  io_method: 'sync',
};

/** What holds for every cluster: reachable on this machine by TCP only, times in UTC. */
const fixedSettings: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * The text of the settings file for one start.
 * @throws RangeError for a name that is no setting's name or a value with a line break
 */
export function settingsFile(settings: ServerSettings, port: number): string {
  const lines = Object.entries({ ...settings, ...fixedSettings, port }).map(([name, value]) => {
    if (!/^[a-z][a-z0-9_.]*$/.test(name)) throw new RangeError(`"${name}" is not the name of a PostgreSQL setting`);
    const text = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
    if (/[\r\n]/.test(text)) throw new RangeError(`The value of ${name} must be one line`);
    return `${name} = '${text.replaceAll("'", "''")}'`;
  });
  return `# Written at every start; changes made here are lost.\n${lines.join('\n')}\n`;
}

/** The port a settings file was written for, or null. */
export function portIn(settings: string): number | null {
  const port = /^port = '(\d+)'$/m.exec(settings)?.[1];
  return port === undefined ? null : Number(port);
}
