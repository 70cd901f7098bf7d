import { startService } from '@fivepoint/service';
import { config } from './config';
import { receivables } from './service';

void startService(receivables, config(process.env));
