import { uuidv7 } from '@fivepoint/kernel';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { LocalIssuer } from '../../issuer/src/issuer';
import { readyDatabases } from '../../local/src/databases';
import { localServer } from '../../local/src/local-server';
import { registerTenantIn } from '../../local/src/register-tenant';
import { serviceNamed } from '../../local/src/services';
import { localSettings, issuerFile, postgresFolder } from '../../local/src/settings';

const usage = `Registers a tenant with its first administrator, whether the house runs or not (docs/operations.md).

  npm run tenant -- create "<name>" --admin <user> [--time-zone Asia/Shanghai] [--currency CNY] [--id <uuid>]`;

/**
 * `npm run tenant -- create "Acme" --admin alice`: a tenant with its first administrator, in one command. On this machine's embedded
 * database by default, whether the house runs or not; with PLANNING_DATABASE_URL in a deployment, whose identity provider then needs the
 * printed claims.
 */
async function main(): Promise<void> {
  const { values, positionals } = readCommandLine(usage, {
    allowPositionals: true,
    options: {
      admin: { type: 'string' },
      'time-zone': { type: 'string', default: 'Asia/Shanghai' },
      currency: { type: 'string', default: 'CNY' },
      id: { type: 'string' },
    },
  });
  const [verb, name] = positionals;
  if (verb !== 'create' || !name || !values.admin) throw new RangeError(usage);
  const settings = localSettings(process.env);
  const tenant = { id: values.id ?? uuidv7(), name, timeZone: values['time-zone'], currency: values.currency };
  const claims = { tenant_id: tenant.id, roles: ['ADMIN'], teams: [] };
  const deployed = process.env['PLANNING_DATABASE_URL'];
  if (deployed) {
    await registerTenantIn(deployed, tenant);
    console.log(`registered ${name}; give its first administrator these claims at the identity provider:`);
    console.log(JSON.stringify({ ...claims, user: values.admin }, null, 2));
    return;
  }
  const issuer = await LocalIssuer.open(issuerFile(settings.dataDir), settings.production);
  if (issuer.users().some((user) => user.name === values.admin))
    throw new RangeError(`there is a user "${values.admin}" already; choose another name for --admin`);
  await onPlanning(settings.dataDir, (url) => registerTenantIn(url, tenant));
  issuer.put({
    name: values.admin,
    title: `${values.admin} · administrator of ${name}`,
    userId: `local-${values.admin}`,
    tenantId: tenant.id,
    roles: ['ADMIN'],
    teams: [],
    repId: null,
  });
  console.log(`registered ${name} as tenant ${tenant.id}; sign in as its administrator:`);
  console.log(`  npm run -s token -- --user ${values.admin}`);
}

/** Works on the embedded planning database, brought up to date first. */
async function onPlanning(dataDir: string, work: (planningUrl: string) => Promise<void>): Promise<void> {
  const { server, stop } = await localServer(postgresFolder(dataDir));
  try {
    await work((await readyDatabases(server, [serviceNamed('planning')])).get('planning')?.appUrl ?? '');
  } finally {
    await stop();
  }
}

runCommand(main);
