import { config } from './config';
import { startGateway } from './gateway';

void startGateway(config(process.env));
