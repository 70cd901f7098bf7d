import { configOrExit, startService } from '@fivepoint/service';
import { config } from './config';
import { receivables } from './service';

void startService(receivables, configOrExit(config, process.env));
