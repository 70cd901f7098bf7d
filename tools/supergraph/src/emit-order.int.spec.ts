import { defineService } from '@fivepoint/service';
import type * as emit from './emit';
import { serviceApps } from './subgraphs';

/** The schemas of a process that loads and emits the services in this order, by service. */
async function emitted(order: readonly string[]): Promise<Record<string, string>> {
  const schemas: Record<string, string> = {};
  await jest.isolateModulesAsync(async () => {
    const { emittedSchema } = jest.requireActual<typeof emit>('./emit');
    for (const name of order) schemas[name] = await emittedSchema(name);
  });
  return schemas;
}

// The registry of the schema's classes is one for the whole process: what was loaded before must not matter.
describe('the order in which services are loaded', () => {
  const names = serviceApps();
  const turned = (by: number) => [...names.slice(by), ...names.slice(0, by)];

  it('makes no difference to their schemas', async () => {
    const inOrder = await emitted(names);
    expect(Object.keys(inOrder)).toHaveLength(5);
    for (const order of [[...names].reverse(), turned(2)]) expect(await emitted(order)).toEqual(inOrder);
  }, 120_000);

  it('would make one for a field of an interface type: whoever implements it elsewhere gets in', async () => {
    await jest.isolateModulesAsync(async () => {
      const { Field, InterfaceType, ObjectType, Query, Resolver } = await import('type-graphql');
      const { schemaText } = jest.requireActual<typeof emit>('./emit');
      @InterfaceType()
      abstract class Thing {
        @Field()
        id!: string;
      }
      @ObjectType({ implements: Thing })
      class Own extends Thing {}
      @Resolver()
      class ThingResolver {
        @Query(() => Thing, { nullable: true })
        thing(): Thing | null {
          return null;
        }
      }
      const planted = defineService({
        name: 'deal',
        entities: [],
        migrations: [],
        resolvers: [ThingResolver],
        orphanedTypes: [Own],
        consumers: [],
      });
      const alone = await schemaText(planted);
      @ObjectType({ implements: Thing })
      class OfAnotherService extends Thing {}
      const together = await schemaText(planted);
      expect(alone).not.toContain(OfAnotherService.name);
      expect(together).toContain(OfAnotherService.name);
    });
  });
});
