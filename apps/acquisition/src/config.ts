import { type ServiceConfig, serviceConfig } from '@fivepoint/service';

/** The acquisition service's configuration from its environment; throws with every problem at once. */
export const config = (env: NodeJS.ProcessEnv): ServiceConfig =>
  serviceConfig(env, { name: 'acquisition', port: 4002 });
