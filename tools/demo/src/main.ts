import 'reflect-metadata';
import { InvalidConfig } from '@fivepoint/service';
import { LocalIssuer } from '../../issuer/src/issuer';
import { registerTenantIn } from '../../local/src/register-tenant';
import { issuerFile } from '../../local/src/settings';
import { config } from './config';
import { loadDemo } from './load-demo';

/** Loads the demo tenant and its people into a house of several processes, once it answers: a one-shot of `docker compose`. Safe to repeat. */
async function main(): Promise<void> {
  const { url, planningUrl, dataDir, production } = config(process.env);
  const issuer = await LocalIssuer.open(issuerFile(dataDir), production);
  await loadDemo({ url, issuer, registerTenant: (tenant) => registerTenantIn(planningUrl, tenant) });
  console.log(
    `the demo is loaded; its people: ${issuer
      .users()
      .map(({ name }) => name)
      .join(', ')}`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof InvalidConfig ? error.message : error);
  process.exitCode = 1;
});
