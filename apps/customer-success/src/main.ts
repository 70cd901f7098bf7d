import { configOrExit, startService } from '@fivepoint/service';
import { config } from './config';
import { customerSuccess } from './service';

void startService(customerSuccess, configOrExit(config, process.env));
