import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** How many rows of each list within a page are asked for. */
const rows = 2;

/** A way through the graph, and the selection that goes it. */
export interface Path {
  /** `deals.contract` */
  name: string;
  selection: string;
}

/**
 * Every way from a type to the things that it knows, and to the things that these know: each as a selection of its own, with everything that lies
 * at its end and what that knows in turn. So no query is too big, and none leaves out a field. What leads back to the type itself ends there, and
 * so do lists without pages within such lists, which the gateway takes to be long.
 */
export function pathsFrom(schema: GraphQLSchema, type: string): Path[] {
  const read = new Reader(schema);
  return read.things(type).flatMap((first): Path[] => {
    const node = read.nodeType(first);
    if (node === type) return [{ name: first.name, selection: read.selected(first, read.everything(node)) }];
    return [
      { name: first.name, selection: read.selected(first, read.values(node)) },
      ...read.things(node).map((second) => ({
        name: `${first.name}.${second.name}`,
        selection: read.selected(first, read.selected(second, read.end(type, first, second))),
      })),
    ];
  });
}

class Reader {
  constructor(private readonly schema: GraphQLSchema) {}

  /** The fields that lead to other things: to what has an id of its own, or to pages of it. */
  things(type: string): Field[] {
    return this.fields(type).filter((field) => !this.isValue(field));
  }

  /** What a thing holds itself, amounts and the like included. */
  values(type: string): string {
    const values = this.fields(type).filter((field) => this.isValue(field));
    return ['__typename', ...values.map((field) => this.value(field))].join(' ');
  }

  /** The values of a type, and the things that it knows with their values. */
  everything(type: string): string {
    const things = this.things(type).map((thing) => this.selected(thing, this.values(this.nodeType(thing))));
    return [this.values(type), ...things].join(' ');
  }

  /** What is wanted at the end of a way. */
  end(from: string, first: Field, second: Field): string {
    const node = this.nodeType(second);
    const long = [first, second].every((field) => isListType(getNullableType(field.type)));
    return node === from || long ? this.values(node) : this.everything(node);
  }

  /** A field with what is wanted of it; of a page, its rows and how many there are. */
  selected(field: Field, wanted: string): string {
    if (!isPage(field)) return `${field.name} { ${wanted} }`;
    return `${field.name}(first: ${rows}) { totalCount nodes { ${wanted} } }`;
  }

  /** The type of a page's rows; else the field's own. */
  nodeType(field: Field): string {
    const type = typeOf(field);
    const nodes = isPage(field) ? this.fields(type).find(({ name }) => name === 'nodes') : undefined;
    return nodes ? typeOf(nodes) : type;
  }

  private isValue(field: Field): boolean {
    if (isLeafType(getNamedType(field.type))) return true;
    return !isPage(field) && !this.fields(typeOf(field)).some(({ name }) => name === 'id');
  }

  private value(field: Field): string {
    return isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { ${this.values(typeOf(field))} }`;
  }

  /** But those that must be told of something else, such as what to compare with. */
  private fields(name: string): Field[] {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`there is no object type ${name} in the schema`);
    return Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  }
}

const typeOf = (field: Field): string => getNamedType(field.type).name;

const isPage = (field: Field): boolean => typeOf(field).endsWith('Connection');
