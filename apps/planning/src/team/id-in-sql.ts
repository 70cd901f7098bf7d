/** SQL of a UUIDv7 of now, for rows that a migration makes: a random one with the milliseconds in front and the version set. */
export const newIdInSql = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;
