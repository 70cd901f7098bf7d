import { type ServiceConfig, serviceConfig } from '@fivepoint/service';

/** The deal service's configuration from its environment; throws with every problem at once. */
export const config = (env: NodeJS.ProcessEnv): ServiceConfig => serviceConfig(env, { name: 'deal', port: 4003 });
