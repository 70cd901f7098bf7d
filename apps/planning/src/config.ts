import { type ServiceConfig, serviceConfig } from '@fivepoint/service';

/** The planning service's configuration from its environment; throws with every problem at once. */
export const config = (env: NodeJS.ProcessEnv): ServiceConfig => serviceConfig(env, { name: 'planning', port: 4001 });
