import { graphql, type GraphQLSchema } from 'graphql';
import { Authorized, createUnionType, Directive, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { WrongInput } from '../graph/errors';
import { InputProblem, InvalidInput } from '../graph/refusals';
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

/** A service without commands. */
@Resolver()
class ReadingResolver {
  @Query(() => String, { description: 'The reports (报表).' })
  reports(): string {
    return 'reports';
  }
}

it('a service without commands has a graph', async () => {
  const { schema } = await subgraph([ReadingResolver], [], {});
  expect(schema.getMutationType()).toBeUndefined();
  expect((await graphql({ schema, source: '{ reports }' })).data).toEqual({ reports: 'reports' });
});

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

  it('is who has one of the roles, whatever else the caller is', async () => {
    const contextValue = { identity: { roles: ['CSM', 'FINANCE'] } };
    const { data } = await graphql({ schema, source: 'mutation { claim }', contextValue });
    expect(data).toEqual({ claim: 'claimed' });
  });

  it('is everybody who is signed in, where nothing is said, and nobody else', async () => {
    const ask = (identity: object | null) => graphql({ schema, source: '{ claims }', contextValue: { identity } });
    expect((await ask({ roles: [] })).data).toEqual({ claims: 'claims' });
    expect((await ask(null)).errors).toHaveLength(1);
  });

  it('stands beside what the roots are', () => {
    expect(schema.getQueryType()?.description).toBe('What can be asked; asking changes nothing (查询).');
    expect(schema.getMutationType()?.description).toBe('The commands, each one transaction in one service (命令).');
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
      contextValue,
    });
  let contextValue: object;
  beforeEach(() => (contextValue = { identity: {} }));

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

  it('is refused without a signed-in caller', async () => {
    resolved.length = 0;
    contextValue = { anonymous: () => new Error('sign in') };
    expect((await ask({ __typename: 'Claim', id })).errors).toMatchObject([{ message: 'sign in' }]);
    expect(resolved).toEqual([]);
  });

  it('is refused with all types that are entities, by name', async () => {
    const { schema: several } = await subgraph([ClaimResolver], [Dispute, Claim], {});
    const { errors } = await graphql({
      schema: several,
      source: '{ _entities(representations: ["Claim"]) { __typename } }',
    });
    expect(errors?.[0]?.message).toBe('representations[0].__typename must be one of Claim, Dispute');
  });
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A dispute (争议).' })
class Dispute {
  @Field(() => UUID, { description: 'Its id (标识).' })
  id!: string;
}

@ObjectType({ description: 'A receipt (收款).' })
class Receipt {
  @Field({ description: 'How much (金额).' })
  amount!: string;
}

const ReceiptPayload = createUnionType({ name: 'ReceiptPayload', types: () => [Receipt, InvalidInput] as const });
const ReceiptOnly = createUnionType({ name: 'ReceiptOnly', types: () => [Receipt] as const });

@Resolver()
class ReceiptResolver {
  @Query(() => String, { description: 'The receipts (收款).' })
  receipts(): string {
    return 'receipts';
  }

  @Mutation(() => ReceiptPayload, { description: 'Breaks a range (认款).' })
  async outOfRange(): Promise<Receipt> {
    return Promise.reject(new WrongInput([new InputProblem('amount', 'must be more than zero')]));
  }

  @Mutation(() => ReceiptOnly, { description: 'Breaks a range, and has no words for it (认款).' })
  async noWords(): Promise<Receipt> {
    return Promise.reject(new WrongInput([new InputProblem('amount', 'must be more than zero')]));
  }

  @Mutation(() => ReceiptPayload, { description: 'Breaks (认款).' })
  async broken(): Promise<Receipt> {
    return Promise.reject(new Error('broken'));
  }

  @Mutation(() => ReceiptPayload, { description: 'Works (认款).' })
  async works(): Promise<Receipt> {
    return Object.assign(new Receipt(), { amount: '1.00' });
  }
}

describe('a command’s input that breaks a range', () => {
  const ask = async (source: string) =>
    graphql({ source, schema: (await subgraph([ReceiptResolver], [], {})).schema, contextValue: {} });

  it('is answered as data, with the place of each problem', async () => {
    const { data, errors } = await ask('mutation { outOfRange { ... on InvalidInput { problems { path message } } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ outOfRange: { problems: [{ path: 'amount', message: 'must be more than zero' }] } });
  });

  it('is an error where the answer has no place for it, as is all else that breaks', async () => {
    expect((await ask('mutation { noWords { __typename } }')).errors).toMatchObject([
      { message: 'amount: must be more than zero' },
    ]);
    expect((await ask('mutation { broken { __typename } }')).errors).toMatchObject([{ message: 'broken' }]);
    expect((await ask('mutation { works { ... on Receipt { amount } } }')).data).toEqual({ works: { amount: '1.00' } });
  });
});
