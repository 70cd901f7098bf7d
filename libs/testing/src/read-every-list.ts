import type { GraphClient } from './graph-client';

interface Named {
  kind: string;
  name: string | null;
  ofType: Named | null;
}

interface Argument {
  name: string;
  type: Named;
}

interface Introspected {
  __schema: {
    queryType: { fields: { name: string; args: Argument[] }[] };
    types: { name: string; inputFields: Argument[] | null; enumValues: { name: string }[] | null }[];
  };
}

const type = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const introspection = `{ __schema {
  queryType { fields { name args { name type { ${type} } } } }
  types { name inputFields { name type { ${type} } } enumValues { name } } } }`;

const samples: Readonly<Record<string, string>> = {
  String: '"100 % of 合同_1"',
  UUID: '"019b8b80-0000-7000-8000-000000000001"',
  LocalDate: '"2026-03-31"',
  Int: '7',
};

/**
 * Asks a service's root lists for every order they offer, both ways and over two pages, and for every condition of their filters. Throws where
 * one of them fails; returns what it asked, so that a spec can say how much that was.
 */
export async function readEveryList(graph: GraphClient): Promise<string[]> {
  const { __schema } = await graph.query<Introspected>(introspection);
  const inputFields = (name: string) => __schema.types.find((one) => one.name === name)?.inputFields ?? [];
  const values = (name: string) => __schema.types.find((one) => one.name === name)?.enumValues?.map((one) => one.name);
  const samplesOf = (wanted: Named): string[] => {
    if (wanted.kind === 'NON_NULL' && wanted.ofType) return samplesOf(wanted.ofType);
    if (wanted.kind === 'LIST' && wanted.ofType) {
      const one = samplesOf(wanted.ofType);
      return ['[]', `[${one.join(', ')}]`];
    }
    if (wanted.name === 'Boolean') return ['true', 'false'];
    const some = values(wanted.name ?? '') ?? [samples[wanted.name ?? '']];
    return some.map((sample) => sample ?? `a sample of ${wanted.name} is missing`);
  };
  const asked: string[] = [];
  const ask = async (list: string, args: string) => {
    asked.push(`${list}(${args})`);
    const answer = await graph.query<Record<string, { pageInfo: { endCursor: string | null } }>>(
      `{ ${list}(${args}) { totalCount nodes { id } pageInfo { endCursor } } }`,
    );
    return answer[list]?.pageInfo.endCursor;
  };
  for (const { name, args } of __schema.queryType.fields) {
    const argument = (wanted: string) => args.find((one) => one.name === wanted)?.type.name ?? '';
    if (!args.some((one) => one.name === 'after')) continue;
    for (const field of inputFields(argument('orderBy')).find((one) => one.name === 'field')
      ? (values(`${argument('orderBy')}Field`) ?? [])
      : [])
      for (const direction of ['ASC', 'DESC']) {
        const orderBy = `orderBy: { field: ${field}, direction: ${direction} }, first: 1`;
        const endCursor = await ask(name, orderBy);
        if (endCursor) await ask(name, `${orderBy}, after: "${endCursor}"`);
      }
    for (const field of inputFields(argument('filter')))
      for (const sample of samplesOf(field.type)) await ask(name, `filter: { ${field.name}: ${sample} }`);
  }
  return asked;
}
