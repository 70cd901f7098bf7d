import { type ServiceConfig, serviceConfig } from '@fivepoint/service';

/** The customer-success service's configuration from its environment; throws with every problem at once. */
export const config = (env: NodeJS.ProcessEnv): ServiceConfig =>
  serviceConfig(env, { name: 'customer-success', port: 4005 });
