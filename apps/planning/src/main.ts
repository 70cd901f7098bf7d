import { configOrExit, startService } from '@fivepoint/service';
import { config } from './config';
import { planning } from './service';

void startService(planning, configOrExit(config, process.env));
