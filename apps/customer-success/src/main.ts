import { startService } from '@fivepoint/service';
import { config } from './config';
import { customerSuccess } from './service';

void startService(customerSuccess, config(process.env));
