import { type ServiceConfig, serviceConfig } from '@fivepoint/service';

/** The receivables service's configuration from its environment; throws with every problem at once. */
export const config = (env: NodeJS.ProcessEnv): ServiceConfig =>
  serviceConfig(env, { name: 'receivables', port: 4004 });
