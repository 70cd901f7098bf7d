import { graphql, type GraphQLSchema } from 'graphql';
import { Authorized, Directive, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { UUID } from '../graph/scalars';
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

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A claim (请款).' })
class Claim {
  @Field(() => UUID, { description: 'Its id (标识).' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A contract of another service (合同).' })
class Contract {
  @Field(() => UUID, { description: 'Its id (标识).' })
  id!: string;
}

describe('what the gateway asks of entities', () => {
  const id = '019b8b80-0000-7000-8000-000000000001';
  const resolved: unknown[] = [];
  let schema: GraphQLSchema;
  beforeAll(async () => {
    const references = {
      Claim: async (reference: { id: string }) => {
        resolved.push(reference.id);
        return Promise.reject(new Error('nobody must miss this'));
      },
    };
    schema = (await subgraph([ClaimResolver], [Claim, Contract], references)).schema;
  });

  const ask = (...representations: unknown[]) =>
    graphql({
      schema,
      source: 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }',
      variableValues: { all: representations },
      contextValue: { identity: {} },
    });

  it.each<[string, unknown, string]>([
    ['an unknown type', { __typename: 'Nope', id }, 'representations[1].__typename must be one of Claim, Contract'],
    [
      'a type that is no entity',
      { __typename: 'Query', id },
      'representations[1].__typename must be one of Claim, Contract',
    ],
    ['none', { id }, 'representations[1].__typename must be one of Claim, Contract'],
    ['no object', 'Claim', 'representations[1].__typename must be one of Claim, Contract'],
    ['no id', { __typename: 'Claim' }, 'representations[1].id: UUID must be'],
    ['a wrong id', { __typename: 'Claim', id: 'x' }, 'representations[1].id: UUID must be'],
  ])('is refused as a whole, before anything is read, for %s', async (_, wrong, message) => {
    resolved.length = 0;
    const { errors } = await ask({ __typename: 'Claim', id }, wrong);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(message);
    expect(resolved).toEqual([]);
  });

  it('is read where all of it is known', async () => {
    const { errors } = await ask({ __typename: 'Claim', id });
    expect(resolved).toEqual([id]);
    expect(errors?.[0]?.message).toBe('nobody must miss this');
  });

  it('is answered for what this service only points to, as it was asked', async () => {
    const { errors, data } = await ask({ __typename: 'Contract', id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ __typename: 'Contract' }] });
  });
});
