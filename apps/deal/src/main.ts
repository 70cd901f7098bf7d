import { startService } from '@fivepoint/service';
import { config } from './config';
import { deal } from './service';

void startService(deal, config(process.env));
