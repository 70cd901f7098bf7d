import { uuidv7 } from '@fivepoint/kernel';
import { describeKafka, eventually } from '@fivepoint/testing';
import { Deployment } from './spec/deployment';
import { withFault } from './spec/fault';

const registered = 'fivepoint.planning.account-registered.v1';
const updated = 'fivepoint.planning.account-updated.v1';

describeKafka('npm run events, in a deployment with Kafka', (kafka) => {
  let house: Deployment;
  beforeAll(async () => {
    house = await Deployment.open(kafka);
  });
  afterAll(() => house.close());

  const within = { timeoutMs: 120_000 };

  it('fills a hole and rebuilds a projection through the topics, from which nobody else takes it', async () => {
    const [whole, holed] = [uuidv7(), uuidv7()];
    const known = () => house.look('acquisition', 'select id from master_data where id = any($1)', [[whole, holed]]);
    await house.publish(whole, registered, updated);
    await eventually(async () => expect(await known()).toHaveLength(1), within);
    const { superuserUrl } = house.database('acquisition');
    await withFault(superuserUrl, { consumer: 'acquisition', type: registered, fault: 'lose' }, async () => {
      await house.publish(holed, registered, updated);
      await eventually(async () => expect(await house.events(['missing'])).toMatch(`${holed}        1`), within);
    });
    await house.stop('acquisition');
    expect(await house.events(['replay', 'acquisition', '--key', holed])).toBe(
      'sent acquisition 2 events, through Kafka\nexit 0',
    );
    expect(await house.events(['missing'])).toMatch(`${holed}        1`);
    await house.start('acquisition');
    await eventually(async () => expect(await known()).toHaveLength(2), within);

    const entries = () => house.look('planning', 'select * from timeline_entry order by id');
    await eventually(async () => expect(await entries()).toHaveLength(4), within);
    const before = await entries();
    await house.look('planning', `update timeline_entry set details = '[]'`);
    expect(await house.events(['replay', 'planning.timeline', '--rebuild'])).toBe(
      'planning.timeline has forgotten 4 events\nsent planning.timeline 4 events, through Kafka\nexit 0',
    );
    await eventually(async () => expect(await entries()).toEqual(before), within);
    expect(await house.look('acquisition', 'select from inbox')).toHaveLength(4);
    expect(await house.events(['rejected'])).toBe('nothing was rejected\nexit 0');
  });

  it('takes one owner and no other database to send again', async () => {
    const alone = Object.fromEntries(Object.keys(house.env).map((name) => [name, undefined])) as Record<
      string,
      undefined
    >;
    const planning = { ...alone, PLANNING_RELAY_DATABASE_URL: house.env['PLANNING_RELAY_DATABASE_URL'] };
    const sent = house.events(['resend', 'planning', 'acquisition'], {
      ...planning,
      KAFKA_BROKERS: house.env['KAFKA_BROKERS'],
    });
    expect(await sent).toMatch(/^sent acquisition \d+ events of planning, through Kafka\n/);
    await expect(house.events(['replay', 'acquisition'], planning)).rejects.toThrow(
      'set ACQUISITION_RELAY_DATABASE_URL',
    );
    expect(await house.events(['missing'], planning)).toMatch(
      /nothing is missing\n\nwithout acquisition, deal, receivables, customer-success, whose/,
    );
  });

  it('says which database is too old to be compared, and which one is not named', async () => {
    await house.look(
      'planning',
      'drop policy relay on event_stream; revoke select on event_stream from planning_relay',
    );
    const reconcile = ['reconcile', '--consumer', 'acquisition'];
    await expect(house.events(reconcile)).rejects.toThrow(
      'the database of planning is older than this command: migrate it first',
    );
    await expect(house.events(reconcile, { PLANNING_RELAY_DATABASE_URL: undefined })).rejects.toThrow(
      'set PLANNING_RELAY_DATABASE_URL',
    );
  });
});
