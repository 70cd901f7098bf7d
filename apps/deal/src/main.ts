import { configOrExit, startService } from '@fivepoint/service';
import { config } from './config';
import { deal } from './service';

void startService(deal, configOrExit(config, process.env));
