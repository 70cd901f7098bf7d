import { durableSettings, portIn, settingsFile, throwAwaySettings } from './settings';

describe('the settings file of a cluster', () => {
  it('says booleans as on and off, quotes values, and always listens on 127.0.0.1 only', () => {
    const text = settingsFile({ fsync: false, log_line_prefix: "it's ", listen_addresses: '*' }, 5433);
    expect(text).toContain("fsync = 'off'\n");
    expect(text).toContain("log_line_prefix = 'it''s '\n");
    expect(text).toContain("listen_addresses = '127.0.0.1'\n");
    expect(text).not.toContain("'*'");
  });

  it('remembers the port of the last start', () => {
    expect(portIn(settingsFile(durableSettings, 45001))).toBe(45001);
    expect(portIn('')).toBeNull();
  });

  it('refuses what would smuggle in another line', () => {
    expect(() => settingsFile({ 'fsync = off\nport': 1 }, 1)).toThrow(RangeError);
    expect(() => settingsFile({ log_line_prefix: "x'\nfsync = off" }, 1)).toThrow('one line');
  });

  it('never gives up durability outside throw-away clusters', () => {
    expect(durableSettings).toMatchObject({ fsync: true, synchronous_commit: true, full_page_writes: true });
    expect(throwAwaySettings).toMatchObject({ fsync: false, synchronous_commit: true });
  });
});
