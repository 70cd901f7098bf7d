import { configOrExit } from '@fivepoint/service';
import { config } from './config';
import { startGateway } from './gateway';

void startGateway(configOrExit(config, process.env));
