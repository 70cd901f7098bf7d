import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ObjectTypeDefinitionNode, parse } from 'graphql';
import { falseStatements } from './documented';
import { workspace } from './subgraphs';

const text = (path: string) => readFileSync(join(workspace, path), 'utf8');
const supergraph = text('supergraph.graphql');

describe('what is written about the graph', () => {
  it.each([
    'docs/conventions.md',
    'docs/security.md',
    'docs/events.md',
    'docs/glossary.md',
    'docs/capabilities.md',
    'docs/import.md',
    'docs/operations.md',
    'docs/adding-a-handoff.md',
    'docs/adding-a-field.md',
    'README.md',
    ...['planning', 'acquisition', 'deal', 'receivables', 'customer-success'].map((app) => `apps/${app}/README.md`),
  ])('is so: %s', (path) => expect(falseStatements(text(path), supergraph)).toEqual([]));

  it('says of every mutation who may call it', () => {
    const mutation = parse(supergraph).definitions.find(
      (one) => one.kind === 'ObjectTypeDefinition' && one.name.value === 'Mutation',
    ) as ObjectTypeDefinitionNode;
    const table = text('docs/security.md');
    const unsaid = (mutation.fields ?? [])
      .map(({ name }) => name.value)
      .filter((name) => !/^recordPast|ParkedEvent$/.test(name) && !table.includes(`\`${name}\``))
      .map((name) => `${name} has no row in docs/security.md, "Who may do what"`);
    expect(unsaid).toEqual([]);
  });

  describe('is found out where it is not:', () => {
    const graph = `"A deal (商机)." type Deal { "Its id (标识)." id: ID! @join__field(graph: DEAL) stage: Stage }
      enum Stage { BID } union Result = Deal | Refusal type Refusal { code: Int } type Query { deal(id: ID!): Deal }
      directive @join__field(graph: String) on FIELD_DEFINITION`;
    const block = (code: string) => `\n\`\`\`graphql\n${code}\n\`\`\`\n`;

    it.each([
      ['`Deal.state`', ['there is no Deal.state']],
      ['`Bargain.stage`', ['there is no Bargain.stage']],
      ['`Stage.WON`', ['there is no Stage.WON']],
      ['`Deal.stage`, `Stage.BID`, `Deal.id: ID!`, `deal.list.ts`', []],
      [block('{ deal(id: 1) { state } }'), ['Cannot query field "state" on type "Deal". Did you mean "stage"?']],
      [block('{ deal(id: 1) { stage } }'), []],
      [block('type Deal { stage: Int }'), ['Deal.stage is stage: Stage, not stage: Int']],
      [block('type Deal { state: Stage }'), ['Deal.state is not there, not state: Stage']],
      [block('type Deal { "An id (标识)." id: ID! }'), ['Deal.id is described as "Its id (标识)."']],
      [block('type Query { deal: Deal }'), ['Query.deal is deal(id: ID!): Deal, not deal: Deal']],
      [block('enum Stage { WON }'), ['Stage.WON is not there, not WON']],
      [block('union Result = Refusal | Deal'), ['Result is Deal | Refusal']],
      [block('type Bargain { id: ID }'), ['Bargain is no type of the graph']],
      [block('type Deal { id: ID! } union Result = Deal | Refusal enum Stage { BID }'), []],
    ])('%s', (page, problems) => expect(falseStatements(page, graph)).toEqual(problems));
  });
});
