import { defineService } from '@fivepoint/service';
import { canonical } from './canonical';
import type * as emit from './emit';
import { serviceApps } from './subgraphs';
import { supergraphOf } from './supergraph';

/** What a process does that has loaded nothing yet: the registry of the schema's classes is one for a whole process. */
async function inNewProcess(work: (loaded: typeof emit) => Promise<void>): Promise<void> {
  Reflect.deleteProperty(globalThis, 'TypeGraphQLMetadataStorage');
  await jest.isolateModulesAsync(() => work(jest.requireActual<typeof emit>('./emit')));
}

/** The schemas of a process that loads and emits the services in this order, by service. */
async function emitted(order: readonly string[]): Promise<Record<string, string>> {
  const schemas: Record<string, string> = {};
  await inNewProcess(async ({ emittedSchema }) => {
    for (const name of order) schemas[name] = canonical(await emittedSchema(name));
  });
  return schemas;
}

describe("the services' schemas", () => {
  const names = serviceApps();
  let together: Record<string, string>;
  beforeAll(async () => {
    together = await emitted(names);
  });

  it.each(names)('%s is the same alone and beside the others', async (name) => {
    expect(await emitted([name])).toEqual({ [name]: together[name] });
  });

  it('are the same in whichever order they are loaded', async () => {
    expect(names).toHaveLength(5);
    for (const order of [[...names].reverse(), [...names.slice(2), ...names.slice(0, 2)]])
      expect(await emitted(order)).toEqual(together);
  });

  it('would differ for a field of an interface type: whoever implements it elsewhere gets in', () =>
    inNewProcess(async ({ schemaText }) => {
      const { Field, InterfaceType, ObjectType, Query, Resolver } = await import('type-graphql');
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
      expect(alone).not.toContain(OfAnotherService.name);
      expect(await schemaText(planted)).toContain(OfAnotherService.name);
    }));

  it('compose', () => {
    const supergraph = supergraphOf(names.map((name) => ({ name, sdl: together[name] ?? '' })));
    for (const name of names) expect(supergraph).toContain(`url: "http://${name}/graphql"`);
  });

  it('are of services that exist', () =>
    inNewProcess(async ({ emittedSchema }) => {
      await expect(emittedSchema('gateway')).rejects.toThrow();
    }));
});
