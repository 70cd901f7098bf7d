import { startService } from '@fivepoint/service';
import { config } from './config';
import { planning } from './service';

void startService(planning, config(process.env));
