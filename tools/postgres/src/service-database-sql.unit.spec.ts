import { serverAt } from './server';
import { databaseOf, rolesOf, serviceDatabaseSql } from './service-database-sql';

const passwords = { owner: "o'wner", app: 'a', relay: 'r' };

describe('the SQL of a service database', () => {
  it('names database and roles after the service, hyphens as underscores', () => {
    expect(databaseOf('customer-success')).toBe('customer_success');
    expect(rolesOf('customer-success')).toEqual({
      owner: 'customer_success_owner',
      app: 'customer_success_app',
      relay: 'customer_success_relay',
    });
  });

  it.each(['', 'Deal', 'deal_', 'deal; drop', 'deal"', '-deal', 'x'.repeat(41)])(
    'refuses "%s" as a service',
    (name) => {
      expect(() => serviceDatabaseSql(name, passwords)).toThrow(RangeError);
    },
  );

  it('quotes what is not ours to choose', () => {
    const sql = serviceDatabaseSql('deal', passwords, { database: 'a"b' });
    expect(sql.roles.join('\n')).toContain("PASSWORD 'o''wner'");
    expect(sql.createDatabase).toContain('CREATE DATABASE "a""b" OWNER deal_owner');
  });

  it('names the locale of an empty database, so that every house sorts alike', () => {
    expect(serviceDatabaseSql('deal', passwords).createDatabase).toContain("BUILTIN_LOCALE 'C.UTF-8'");
    expect(serviceDatabaseSql('deal', passwords, { template: 't' }).createDatabase).not.toContain('LOCALE');
  });
});

describe('a server behind a URL', () => {
  const server = serverAt('postgresql://postgres:s%40cret@db.example:6432/other?sslmode=require');

  it('reaches each database with the same parameters', () => {
    expect(server.superuserUrl('deal')).toBe('postgresql://postgres:s%40cret@db.example:6432/deal?sslmode=require');
    expect(server.superuserUrl()).toContain('/postgres?');
  });

  it('derives the same password for a role every time, another for another role or server', () => {
    const other = serverAt('postgresql://postgres:else@db.example/postgres');
    expect(server.rolePassword('deal_app')).toBe(server.rolePassword('deal_app'));
    expect(server.rolePassword('deal_app')).not.toBe(server.rolePassword('deal_owner'));
    expect(server.rolePassword('deal_app')).not.toBe(other.rolePassword('deal_app'));
  });

  it('takes passwords that were decided elsewhere, and derives none from an empty one', () => {
    expect(serverAt('postgresql://postgres@db/postgres', (role) => `secret of ${role}`).rolePassword('deal_app')).toBe(
      'secret of deal_app',
    );
    expect(() => serverAt('postgresql://postgres@db/postgres').rolePassword('deal_app')).toThrow('no password');
  });
});
