import { configOrExit, startService } from '@fivepoint/service';
import { config } from './config';
import { acquisition } from './service';

void startService(acquisition, configOrExit(config, process.env));
