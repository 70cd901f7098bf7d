import { roles } from '@fivepoint/service';
import { type FieldDefinitionNode, type InputValueDefinitionNode, Kind, print } from 'graphql';
import {
  type Convention,
  each,
  fieldsOf,
  inputFields,
  isList,
  isRequired,
  lowerFirst,
  named,
  type Schema,
  upperFirst,
} from './schema-parts';

/** How a mutation answers: a union of what was done and why not, or an outcome for each row of a bulk command. */
const isBulk = (field: FieldDefinitionNode): boolean => named(field.type) === 'BulkPayload';

/** Operators' mutations carry the service's name, because equal root fields of two subgraphs do not compose; their inputs do not. */
const isOperators = ({ name }: FieldDefinitionNode): boolean => /ParkedEvent$/.test(name.value);

const inputOf = ({ inputs }: Schema, field: FieldDefinitionNode): readonly InputValueDefinitionNode[] => {
  const argument = field.arguments?.[0];
  return (argument && inputs.get(named(argument.type))?.fields) ?? [];
};

/** A mutation takes one input object and answers with a union, both of its own name; a bulk command with an outcome per row. */
export const mutations: Convention = each((schema) =>
  fieldsOf(schema, 'Mutation').flatMap((field) => {
    const [input, ...more] = field.arguments ?? [];
    const name = upperFirst(
      isOperators(field) ? (/(Retry|Discard)\w+$/.exec(field.name.value)?.[0] ?? '') : field.name.value,
    );
    const result = isOperators(field) ? 'ReleaseParkedEventResult' : `${name}Result`;
    const rightInput =
      input?.name.value === 'input' &&
      more.length === 0 &&
      isRequired(input.type) &&
      named(input.type) === `${name}Input` &&
      schema.inputs.has(`${name}Input`);
    const answer = named(field.type);
    const rightAnswer = !isList(field.type) && (isBulk(field) || (answer === result && schema.unions.has(answer)));
    const at = `Mutation.${field.name.value}`;
    const past = field.name.value.startsWith('recordPast');
    return [
      ...(isBulk(field) === past
        ? []
        : [
            `${at}: recordPast… and no other answers with BulkPayload: only history may come without a key and a version`,
          ]),
      ...(past && inputOf(schema, field).some(({ name: { value } }) => value !== 'rows')
        ? [`${at}: must take { rows } and nothing else`]
        : []),
      ...(/^set[A-Z]/.test(field.name.value)
        ? [`${at}: must say what happens, such as advanceDeal: nothing is set as such`]
        : []),
      ...(rightInput ? [] : [`${at}: must have one argument, input: ${name}Input!`]),
      ...(rightAnswer ? [] : [`${at}: must answer with the union ${result}, or with BulkPayload, not ${answer}`]),
    ];
  }),
);

const role = `(?:${roles.join('|')})`;
const forRoles = new RegExp(`; for ${role}(?:, ${role})* \\([^()]*\\)\\.$`);

/** A command says for whom it is. The service's build adds it from the roles that are let in: a command that says nothing lets everybody in. */
export const forWhom: Convention = each((schema) =>
  fieldsOf(schema, 'Mutation')
    .filter(({ description }) => !forRoles.test(description?.value.trim() ?? ''))
    .map(
      ({ name }) =>
        `Mutation.${name.value}: must say its roles, such as "; for REP, MANAGER (签约)."; name them in @Authorized`,
    ),
);

const before = ['NotFound', 'VersionConflict', 'TransitionRefused'];
const after = ['GateNotMet', 'InvalidInput', 'IdempotencyKeyReused'];

/** A result is the thing itself, first, or one of the refusals: those that all services share around a service's own, in one order. */
export const resultUnions: Convention = each(({ unions, refusals }) =>
  [...unions.values()].flatMap(({ name: { value: at }, types = [] }) => {
    const [first, ...rest] = types.map(({ name }) => name.value);
    const foreign = rest.filter((member) => !refusals.has(member));
    const own = rest.filter((member) => ![...before, ...after, ...foreign].includes(member));
    const right = [...before.filter((one) => rest.includes(one)), ...own, ...after.filter((one) => rest.includes(one))];
    return [
      ...(first !== undefined && refusals.has(first)
        ? [`${at}: begins with the refusal ${first}; first comes what was done`]
        : []),
      ...foreign.map((member) => `${at}: ${member} does not implement DomainError`),
      ...(foreign.length === 0 && rest.join() !== right.join()
        ? [`${at}: must have its refusals in the order ${right.join(', ')}`]
        : []),
    ];
  }),
);

/** What an input makes possible is in the result: a key that was used, a version that is old, a range that is broken, an id of nothing. */
export const refusalsOfInputs: Convention = each((schema) =>
  fieldsOf(schema, 'Mutation').flatMap((field) => {
    if (isBulk(field)) return [];
    const members = new Set(schema.unions.get(named(field.type))?.types?.map(({ name }) => name.value));
    const names = inputOf(schema, field).map(({ name }) => name.value);
    const has = {
      InvalidInput: true,
      IdempotencyKeyReused: names.includes('idempotencyKey'),
      VersionConflict: names.includes('expectedVersion'),
      NotFound:
        members.has('NotFound') || names.some((name) => /Ids?$/.test(name) && !/^(external|user)Id$/.test(name)),
    };
    return Object.entries(has).flatMap(([refusal, needed]) => {
      const at = `${named(field.type)}: `;
      if (needed && !members.has(refusal))
        return [`${at}must have ${refusal}, for the input of ${field.name.value} asks for it`];
      return !needed && members.has(refusal)
        ? [`${at}has ${refusal}, which the input of ${field.name.value} cannot cause`]
        : [];
    });
  }),
);

/** Every command can be sent again harmlessly; what changes a thing can say which version it has read. Both are optional, first and last. */
export const keysAndVersions: Convention = each((schema) =>
  fieldsOf(schema, 'Mutation').flatMap((field) => {
    if (isBulk(field) || isOperators(field)) return [];
    const fields = inputOf(schema, field);
    const names = fields.map(({ name }) => name.value);
    const at = `${upperFirst(field.name.value)}Input`;
    const done = schema.unions.get(named(field.type))?.types?.[0]?.name.value ?? '';
    const changed = `${lowerFirst(done)}Id`;
    const changes = fields.some(({ name, type }) => name.value === changed && isRequired(type));
    return [
      ...(names[0] === 'idempotencyKey' ? [] : [`${at}: must begin with idempotencyKey`]),
      ...(changes && !names.includes('expectedVersion')
        ? [`${at}: must have expectedVersion, for it changes the ${done} that it names`]
        : []),
      ...(changes && names[1] !== changed ? [`${at}: must name the ${done} that it changes second`] : []),
      ...(names.includes('expectedVersion') && names.at(-1) !== 'expectedVersion'
        ? [`${at}: must end with expectedVersion`]
        : []),
      ...fields
        .filter(({ name, type }) => ['idempotencyKey', 'expectedVersion'].includes(name.value) && isRequired(type))
        .map(({ name }) => `${at}.${name.value}: must be nullable`),
    ];
  }),
);

/** Where a thing stands in its lifecycle, and how what may follow is called beside it. */
const states = { status: 'nextStatuses', stage: 'nextStages' };

/** What a command may refuse to move says beside its status what may follow; what moves by itself does not: nobody has a button for it. */
export const whatMayFollow: Convention = each(({ objects, unions }) => {
  const moved = new Set(
    [...unions.values()]
      .filter(({ types = [] }) => types.some(({ name }) => name.value === 'TransitionRefused'))
      .map(({ types: [done] = [] }) => done?.name.value),
  );
  return objects.flatMap(({ name: { value: type }, fields = [] }) =>
    Object.entries(states).flatMap(([state, next]) => {
      const place = fields.findIndex(({ name }) => name.value === state);
      const follows = fields.findIndex(({ name }) => name.value === next);
      const at = `${type}.${next}: `;
      const stands = fields[place];
      if (!stands || !moved.has(type))
        return follows < 0 ? [] : [`${at}no command moves ${type} from one ${state} to another; leave it out`];
      const right = `[${named(stands.type)}!]`;
      const is = fields[follows];
      if (!is) return [`${at}is missing: a command moves ${type}; @NextStates gives it`];
      return follows === place + 1 && print(is.type) === right ? [] : [`${at}must be ${right}, right after ${state}`];
    }),
  );
});

/** How a description says the range of a value of this type; null where any value will do. */
function rangeOf(field: InputValueDefinitionNode): { range: RegExp; such: string } | null {
  if (isList(field.type)) return { range: /\d+–\d+|at most \d+/, such: 'at most 50' };
  switch (named(field.type)) {
    case 'String':
      return { range: /\d+–\d+ characters|ISO 4217/, such: '1–200 characters' };
    case 'Int':
      return { range: /\d+–\d+/, such: '0–240' };
    case 'MoneyInput':
      return { range: /more than zero|not negative|at least|at most/, such: 'more than zero' };
    case 'LocalDate':
      return { range: /\bfrom \S+|not in the future|not before/, such: 'not in the future' };
    default:
      return null;
  }
}

/** What comes in says in its description what is allowed; filters aside, which find nothing where they make no sense. */
export const ranges: Convention = each((schema) =>
  inputFields(schema).flatMap(({ type, field, path }) => {
    if (/(Filter|Order)$/.test(type) || field.name.value === 'expectedVersion') return [];
    const asked = rangeOf(field);
    const description = field.description?.kind === Kind.STRING ? field.description.value : '';
    return !asked || asked.range.test(description) ? [] : [`${path}: must say its range, such as "${asked.such}"`];
  }),
);
