import { trapOf } from './trap';
import { watchKafka } from './watch-kafka';
import { watchPostgres } from './watch-postgres';

/** `node -r`: comes into a process before the program, so that the program itself need know nothing of being killed. */
function main(): void {
  // A victim starts often, and a sixth of its start is reading maps.
  process.setSourceMapsEnabled(false);
  const { CHAOS_ARM = '', CHAOS_JOURNAL = '', CHAOS_NAME = '', CHAOS_KAFKA_PORT = '0' } = process.env;
  const trap = trapOf({ arm: CHAOS_ARM, journal: CHAOS_JOURNAL, name: CHAOS_NAME });
  watchPostgres(trap);
  if (CHAOS_KAFKA_PORT !== '0') watchKafka(trap, Number(CHAOS_KAFKA_PORT));
}

main();
