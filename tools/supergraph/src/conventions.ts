import { Kind, print } from 'graphql';
import {
  type Convention,
  each,
  fieldsOf,
  inputFields,
  isList,
  isRequired,
  named,
  objectFields,
  partsOf,
  schemasOf,
  upperFirst,
} from './schema-parts';

/** One sentence in English, and at its end the term of the method in Chinese: "An opportunity on its way to a contract (商机)." */
const sentence = /^["A-Z\d][^]*[^\s.;:,] \([^()]*\p{Script=Han}[^()]*\)\.$/u;

/** Everything a client can read about says in English what it is, and ends with the term of the method in Chinese. */
export const described: Convention = each((schema) =>
  partsOf(schema).flatMap(({ path, description }) => {
    if (!description) return [`${path}: has no description`];
    if (!sentence.test(description) || /[.!] [A-Z]/.test(description))
      return [`${path}: "${description}" is not one sentence with its Chinese term at the end, as "A deal (商机)."`];
    return /\p{Script=Han},/u.test(description) ? [`${path}: "${description}" has a Western comma in Chinese`] : [];
  }),
);

/** Services that share a name mean the same by it: equal descriptions of types, fields, arguments and values. */
export const equalDescriptions: Convention = (subgraphs) => {
  const told = new Map<string, { service: string; description: string | null }>();
  return schemasOf(subgraphs).flatMap((schema) =>
    partsOf(schema).flatMap(({ path, description }) => {
      const before = told.get(path);
      if (!before) told.set(path, { service: schema.service, description });
      if (!before || before.description === description) return [];
      return [
        `${path}: is "${before.description ?? ''}" in ${before.service} and "${description ?? ''}" in ${schema.service}`,
      ];
    }),
  );
};

/** Types begin with a capital, fields and arguments without, values of enums are in capitals. */
export const spelled: Convention = each((schema) => {
  const names = schema.definitions.flatMap((one) => ('name' in one && one.name ? [one.name.value] : []));
  const wrong = (what: string, right: string) => `${what}: must be written like ${right}`;
  return [
    ...names.filter((name) => !/^[A-Z]+[a-zA-Z\d]*$/.test(name)).map((name) => wrong(name, 'ContractSigned')),
    ...[...objectFields(schema), ...inputFields(schema)]
      .flatMap(({ field, path }) => [
        path,
        ...('arguments' in field ? (field.arguments ?? []).map(({ name }) => `${path}.${name.value}`) : []),
      ])
      .filter((path) => !/^[a-z]+[a-zA-Z\d]*$/.test(path.split('.').at(-1) ?? ''))
      .map((path) => wrong(path, 'signedOn')),
    ...[...schema.enums.values()].flatMap(({ name, values = [] }) =>
      values
        .filter((value) => !/^[A-Z]+(_[A-Z\d]+)*$/.test(value.name.value))
        .map((value) => wrong(`${name.value}.${value.name.value}`, 'PRE_BID')),
    ),
  ];
});

/** Days that are asked for as such, and not when something happens. */
const daysOfTheirOwn = /^(asOf|overdueAsOf|on|today|selectedOn|rejectedOn|undecidedOn)$/;

/** A day ends in On, a moment in At; a range of days in a filter is From and To. Ids end in Id. Nothing is a float. */
export const suffixes: Convention = each((schema) => {
  const deprecated = new Set(partsOf(schema).flatMap(({ path, deprecation }) => (deprecation === null ? [] : [path])));
  const problems = ({
    type,
    field,
    path,
  }: {
    type: string;
    field: { name: { value: string }; type: Parameters<typeof named>[0] };
    path: string;
  }) => {
    const name = field.name.value;
    const wrong = (right: string) => [`${path}: ${right}`];
    switch (named(field.type)) {
      case 'LocalDate': {
        const right = type.endsWith('Filter') ? /(From|To)$/ : /On$/;
        return right.test(name) || daysOfTheirOwn.test(name) || deprecated.has(path)
          ? []
          : wrong(`is a day, so its name must end in ${type.endsWith('Filter') ? 'From or To' : 'On'}`);
      }
      case 'DateTime':
        return /At$/.test(name) ? [] : wrong('is a moment, so its name must end in At');
      case 'UUID':
        return /^ids?$|Ids?$/.test(name) ? [] : wrong('is an id, so its name must end in Id');
      case 'Float':
        return wrong('is a float; money is Decimal, shares are basis points, the rest whole numbers');
      default:
        return [];
    }
  };
  return [...objectFields(schema), ...inputFields(schema)].flatMap(problems);
});

/** Whole numbers whose names say what they count without a suffix: places, scores, and what operators see of events. */
const numbersOfTheirOwn =
  /^(ConsumerLag\.(pending|waiting|parked|missing)|ParkedEvent\.(waitingBehind|attempts)|BulkRow\.index|(?:Instalment|PlanVersion)\.number|StepTemplate\.edition|(SkillAssessment|AssessSkillInput)\.level|(Adopt)?TrustRule(Input)?\.\w+|\w+\.(fit|floor|influence|score|scoreThreshold|support|first|place|degree|leastDegree))$/;

/** What is counted in fractions and is no money: quantities, ratios, chances and scores with the decimals that thresholds compare, and seeds. */
const decimalsOfTheirOwn = [
  /^(Record)?DriverMeasure(Input)?\.(quantity|intensity)$/,
  /^(AccountAssessment\.(shareOfWallet|relationshipScore)|StageBasis\.(growth|growthBefore)|ScoreBasis\.score|RoleContribution\.points|CoverageReturn\.ratio|AccountSelection\.(relationshipScore|coverageRatio))$/,
  /^(PipelineCoverage\.coverage|SalesCycle\.(mean|median)Days|WonConcentration\.herfindahl)$/,
  /^(KeyPersonRisk|RelationshipConcentration)\.(index|normalised|effectiveCount)$/,
  /^(AttainmentRow\.(bookedRate|collectedRate|floorRate|attainment)|AttainmentForecast\.rate|RepPayout\.attainment)$/,
  /\.(seed|hitProbability|sensitivity)$/,
  /^Rebalancing\.(rate|fairnessBefore|fairnessAfter)$/,
  /^(QuotaFairness\.(index|seenIndex)|RepAttainment\.rate)$/,
];

/** The name of a whole number says its unit; ids are UUIDs, amounts are Money with its currency, and lists have no holes. */
export const values: Convention = each((schema) => {
  const places = [...objectFields(schema), ...inputFields(schema)];
  return places.flatMap(({ type, field, path }) => {
    const name = field.name.value;
    const of = named(field.type);
    return [
      ...(/\[\w+\]/.test(print(field.type)) ? [`${path}: must have no null elements: [${of}!]`] : []),
      ...(of === 'ID' ? [`${path}: must be a UUID, as every id`] : []),
      ...(of === 'Decimal' && !/^Money(Input)?$/.test(type) && !decimalsOfTheirOwn.some((one) => one.test(path))
        ? [`${path}: must be Money, with its currency`]
        : []),
      ...(of === 'Int' &&
      !/(^v|V)ersion$|(^b|B)asisPoints$|(Count|Days|Hours|Months|Seconds)$/.test(name) &&
      !numbersOfTheirOwn.test(path)
        ? [`${path}: is a number, so its name must say of what: …Count, basisPoints, …Days, …Hours, …Months, …Seconds`]
        : []),
    ];
  });
});

/** An enum is called after what it is of and the field that has it. */
export const enumNames: Convention = each((schema) =>
  objectFields(schema)
    .filter(
      ({ field }) => schema.enums.has(named(field.type)) && !/^(next|missing)[A-Z]|^endedAs$/.test(field.name.value),
    )
    .filter(({ field }) => {
      const name = upperFirst(field.name.value.replace(/^(current|desired)(?=[A-Z])/, ''));
      return !named(field.type).endsWith(isList(field.type) ? name.replace(/s$/, '') : name);
    })
    .map(({ field, path }) => `${path}: must have an enum whose name ends like the field’s, not ${named(field.type)}`),
);

/** Ids of what is no type of the graph. */
const idsOfTheirOwn = new Set(['id', 'correlationId', 'parentCorrelationId', 'eventId', 'subjectId']);

/** A type shows the thing itself, not its id, so that one can go on asking. */
export const things: Convention = each((schema) =>
  objectFields(schema)
    .filter(({ field }) => named(field.type) === 'UUID' && !idsOfTheirOwn.has(field.name.value))
    .map(({ path }) => `${path}: is the id of something; show the thing itself`),
);

const base = ['id', 'version', 'createdAt', 'correlationId', 'origin'];
const references = ['account', 'product', 'owner', 'planLine'];

/**
 * What the owning service says of an entity begins alike everywhere; what is shared with a team has an owner; what it refers to comes in one
 * order. And the description says whose it is.
 */
export const entitiesAlike: Convention = each(({ objects, entities }) =>
  objects
    .filter(({ name }) => entities.has(name.value))
    .flatMap(({ name: { value: type }, description, fields = [] }) => {
      const names = fields.map(({ name }) => name.value);
      const problems: string[] = [];
      if (!/; owned by [a-z-]+ \(/.test(description?.value ?? '')) problems.push('must say "; owned by <service>"');
      if (names.includes('version') && base.some((name, place) => names[place] !== name))
        problems.push(`must begin with ${base.join(', ')}`);
      if (names[base.length] === 'team' && !names.includes('owner')) problems.push('has a team and must have an owner');
      const found = references.filter((name) => names.includes(name));
      const places = found.map((name) => names.indexOf(name));
      if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
        problems.push(`must have ${found.join(', ')} in this order`);
      return problems.map((problem) => `${type}: ${problem}`);
    }),
);

/** An interface may have members that a subgraph does not know: fields have object types and unions. */
export const noInterfaceTypes: Convention = each((schema) => {
  const interfaces = new Set(
    schema.definitions.flatMap((one) => (one.kind === Kind.INTERFACE_TYPE_DEFINITION ? [one.name.value] : [])),
  );
  return objectFields(schema)
    .filter(({ field }) => interfaces.has(named(field.type)))
    .map(({ field, path }) => `${path}: has the interface ${named(field.type)} as its type; name a union`);
});

/** What one root field cannot answer must not cost what the others have answered, or have done. */
export const nullableRoots: Convention = each((schema) =>
  ['Query', 'Mutation'].flatMap((type) =>
    fieldsOf(schema, type)
      .filter((field) => isRequired(field.type))
      .map(({ name }) => `${type}.${name.value}: must be nullable: its failure would take the other fields along`),
  ),
);

const reason = /^Use `([A-Z]\w*)(?:\.(\w+))?`: .+; removed after (\d{4}-\d\d-\d\d)\.$/;

/** What is deprecated says what to use instead, which is there and not deprecated itself, why, and until when it stays. */
export const deprecated: Convention = (subgraphs) => {
  const parts = schemasOf(subgraphs).flatMap((schema) => partsOf(schema).map((part) => ({ ...part, schema })));
  const usable = new Set(parts.filter(({ deprecation }) => deprecation === null).map(({ path }) => path));
  return parts.flatMap(({ path, deprecation, schema }) => {
    if (deprecation === null) return [];
    const at = `${schema.service}: ${path}`;
    const [, type = '', field, day = ''] = reason.exec(deprecation) ?? [];
    if (type === '')
      return [`${at}: "${deprecation}" must be like "Use \`Deal.expectedCloseOn\`: why; removed after 2027-06-30."`];
    const instead = field ? `${type}.${field}` : type;
    if (!usable.has(instead)) return [`${at}: says to use ${instead}, which is not there or deprecated itself`];
    return isDay(day) ? [] : [`${at}: ${day} is no day`];
  });
};

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
