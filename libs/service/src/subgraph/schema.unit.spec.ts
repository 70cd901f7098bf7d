import { graphql, type GraphQLSchema } from 'graphql';
import { Authorized, Mutation, Query, Resolver } from 'type-graphql';
import { roles } from '../identity/identity';
import { subgraph } from './schema';

@Resolver()
class ClaimResolver {
  @Authorized()
  @Query(() => String, { description: 'The claims (请款).' })
  claims(): string {
    return 'claims';
  }

  @Authorized('ADMIN')
  @Query(() => String, { description: 'How claims wait (积压).' })
  claimLag(): string {
    return 'lag';
  }

  @Authorized('FINANCE', 'REP')
  @Mutation(() => String, { description: 'Claims payment; refused before its trigger (请款).' })
  claim(): string {
    return 'claimed';
  }
}

/** Another service of the same process, with fields of the same names. */
@Resolver()
class OtherResolver {
  @Authorized('CSM')
  @Query(() => String, { description: 'Other claims (索赔).' })
  claims(): string {
    return 'other';
  }

  @Authorized('PRESALES')
  @Mutation(() => String, { description: 'Claims something else (索赔).' })
  claim(): string {
    return 'other';
  }
}

describe('who may call a root field', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = (await subgraph([ClaimResolver], [], {})).schema;
  });

  const descriptionOf = (field: string) =>
    ({ ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() })[field]?.description;

  it('stands in its description before the Chinese term, where not everybody may who is signed in', () => {
    expect(descriptionOf('claim')).toBe('Claims payment; refused before its trigger; for FINANCE, REP (请款).');
    expect(descriptionOf('claimLag')).toBe('How claims wait; for ADMIN (积压).');
    expect(descriptionOf('claims')).toBe('The claims (请款).');
  });

  it('is said again as it was said before, and of another service what is so there', async () => {
    const other = await subgraph([OtherResolver], [], {});
    expect(other.sdl).toContain('Claims something else; for PRESALES (索赔).');
    expect(other.sdl).toContain('Other claims; for CSM (索赔).');
    expect((await subgraph([ClaimResolver], [], {})).sdl).toContain('its trigger; for FINANCE, REP (请款).');
  });

  it.each([
    ['mutation { claim }', 'claim'],
    ['{ claimLag }', 'claimLag'],
  ])('is who is let in, and ADMIN besides: %s', async (source, field) => {
    const letIn: string[] = [];
    for (const role of roles) {
      const { errors } = await graphql({ schema, source, contextValue: { identity: { roles: [role] } } });
      if (!errors) letIn.push(role);
    }
    const [, said = ''] = /; for ([A-Z, ]+) \(/.exec(descriptionOf(field) ?? '') ?? [];
    expect(letIn.sort()).toEqual([...new Set([...said.split(', '), 'ADMIN'])].sort());
  });
});
