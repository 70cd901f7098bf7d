import {
  type ASTVisitor,
  buildASTSchema,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type TypeNode,
  validate,
  visit,
} from 'graphql';

/** What a page says about the graph that is not so; each problem says what. Pure. */
export function falseStatements(page: string, supergraph: string): string[] {
  const schema = buildASTSchema(parse(supergraph, { noLocation: true }), { assumeValidSDL: true });
  const blocks = [...page.matchAll(/^```graphql\n([^]*?)^```/gm)].map(([, block = '']) => block);
  return [...blocks.flatMap((block) => wrongBlock(block, schema)), ...wrongMentions(page, schema)];
}

function wrongBlock(block: string, schema: GraphQLSchema): string[] {
  const document = parse(block, { noLocation: true });
  if (document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    return validate(schema, document).map(({ message }) => message);
  return document.definitions.flatMap((definition) => wrongDefinition(definition, schema));
}

/** A definition may leave fields, values and descriptions out; what it has must be as it is in the graph. */
function wrongDefinition(definition: DefinitionNode, schema: GraphQLSchema): string[] {
  if (!('name' in definition) || !definition.name) return [];
  const name = definition.name.value;
  const real = schema.getType(name)?.astNode;
  if (!real) return [`${name} is no type of the graph`];
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    const members = (node: object) => ('types' in node ? (node.types as TypeNode[]).map(print).join(' | ') : '');
    return members(definition) === members(real) ? [] : [`${name} is ${members(real)}`];
  }
  const there = partsOf(real);
  return [...partsOf(definition)].flatMap(([part, { text, description }]) => {
    const is = there.get(part);
    if (is?.text !== text) return [`${name}.${part} is ${is?.text ?? 'not there'}, not ${text}`];
    return description === null || description === is.description
      ? []
      : [`${name}.${part} is described as "${is.description ?? ''}"`];
  });
}

/** Fields, inputs and values of a definition by name, each as it is written. */
function partsOf(definition: object): Map<string, { text: string; description: string | null }> {
  const parts = [
    ...('fields' in definition ? (definition.fields as FieldDefinitionNode[]) : []),
    ...('values' in definition ? (definition.values as FieldDefinitionNode[]) : []),
  ];
  return new Map(
    parts.map((part) => [
      part.name.value,
      { text: print(visit(part, bare)), description: part.description?.value.trim() ?? null },
    ]),
  );
}

/** Without descriptions, and without what composition has added. */
const bare: ASTVisitor = {
  Directive: ({ name }) => (name.value.startsWith('join__') ? null : undefined),
  FieldDefinition: ({ description: _, ...field }) => field,
  InputValueDefinition: ({ description: _, ...field }) => field,
  EnumValueDefinition: ({ description: _, ...value }) => value,
};

/** Everything in backticks that looks like a part of a type: `Deal.owner`, `DealStage.PRE_BID`. */
function wrongMentions(page: string, schema: GraphQLSchema): string[] {
  const prose = page.replace(/^```[^]*?^```/gm, '');
  const mentions = [...prose.matchAll(/`([A-Z][A-Za-z]+)\.([A-Za-z_]+)(?=[`:(])/g)];
  return mentions.flatMap(([, type = '', part = '']) => {
    const found = schema.getType(type);
    if (!found) return [`there is no ${type}.${part}`];
    const has =
      ('getFields' in found && part in found.getFields()) ||
      ('getValues' in found && found.getValues().some(({ name }) => name === part));
    return has ? [] : [`there is no ${type}.${part}`];
  });
}
