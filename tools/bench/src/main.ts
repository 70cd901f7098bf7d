import { benchGateway } from './gateway';

benchGateway().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
