import { connected } from '../../../postgres/src/index';

/** What an inbox does to the next event of a type that comes to a consumer: loses it, or parks it as if its handler had refused it. */
export type Fault = 'lose' | 'park';

/** Plants a fault in an inbox while `work` runs; what hits it is hit for good. */
export async function withFault(
  superuserUrl: string,
  { consumer, type, fault }: { consumer: string; type: string; fault: Fault },
  work: () => Promise<void>,
): Promise<void> {
  const deed = fault === 'lose' ? 'return null' : `new.state := 'PARKED'; new.reason := 'planted'; return new`;
  await connected(superuserUrl, async (client) => {
    await client.query(`
      create or replace function planted_fault() returns trigger language plpgsql as $$ begin
        if new.consumer = '${consumer}' and new.type = '${type}' then ${deed}; end if;
        return new;
      end $$;
      create trigger planted_fault before insert on inbox for each row execute function planted_fault()`);
    try {
      await work();
    } finally {
      await client.query('drop trigger planted_fault on inbox');
    }
  });
}
