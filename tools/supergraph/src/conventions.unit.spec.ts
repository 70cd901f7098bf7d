import {
  deprecated,
  described,
  entitiesAlike,
  enumNames,
  equalDescriptions,
  noInterfaceTypes,
  nullableRoots,
  spelled,
  suffixes,
  things,
  values,
} from './conventions';
import {
  forWhom,
  keysAndVersions,
  mutations,
  ranges,
  refusalsOfInputs,
  resultUnions,
  whatMayFollow,
} from './conventions-of-commands';
import { connections, filters, listArguments, listsAreConnections, oneAndMany, orders } from './conventions-of-lists';
import { emittedSchema } from './emit';
import { nonNullEntityFields } from './entity-fields';
import type { Convention } from './schema-parts';
import { serviceApps, type Subgraph } from './subgraphs';

/** Plain lists of things, and what keeps each of them short. */
const boundedLists = {
  'Account.dossier': 'the latest note of each topic, six',
  'AccountAssessment.leftOut': 'one per currency',
  'AccountTouch.contacts': 'those that the touch itself names, 20 at most',
  'DossierNote.contacts': 'those that the note itself names, 20 at most',
  'TooManyRehearsals.rehearsals': 'as many as may wait and run at once, 100 at most',
  'TouchRecord.contacts': 'those that the touch itself names, 20 at most',
  'Account.booked': 'one per currency',
  'Account.collected': 'one per currency',
  'Account.unappliedCredit': 'one per currency',
  'BulkPayload.rows': 'as many as came in, 500 at most',
  'ClosedDeals.byOwner':
    'one per rep with deals that ended; they must sum to the whole, so that a part of them says nothing',
  'ClosedDeals.byProduct': 'one per product, likewise',
  'ClosedDeals.concentration': 'one per currency',
  'Capacity.contributions': 'one per stretch of days on which ramp and readiness are the same, ten years at most',
  'Contract.instalments': 'one per payment term, 24 at most; 100 in recorded history',
  'Contract.milestones': 'one per kind',
  'Contract.paymentTerms': '24 at most',
  'PortfolioRule.cells': 'four',
  'PotentialBasis.drivers': 'one per driver and product of the account; they must sum to the potential',
  'RelationshipChain.roles': 'one per role, eight',
  'ScoreBasis.roles': 'one per role of the chain, eight',
  'DriverMeasure.contacts': 'those that the measure itself names, 20 at most',
  'FunnelTemplate.stages': 'six at most',
  'AttainmentForecast.rates': 'one per stage and way of buying, 21 at most',
  'IncentiveRule.tiers': '20 at most',
  'RepPayout.tiers': 'one per tier of the rule, 20 at most',
  'InvalidInput.problems': 'as many as the input has fields',
  'LineAssumption.payments': 'as many as the outlook had, 24 at most',
  'LineOutlook.payments': '24 at most',
  'IronTriangle.seats': 'three',
  'KeyPersonRisk.shares': 'one per person of a plan; they must sum to the whole',
  'RelationshipConcentration.shares': 'one per person who looks after somebody at its accounts; likewise',
  'Lead.bantFindings': 'one per element, four',
  'Lead.contacts': 'the ids that the lead itself carries, 50 at most',
  'IncreaseBeyondCap.increases': 'one per rep whose total grows beyond the cap',
  'PipelineCase.stages': 'one per stage, seven',
  'Plan.coverageByOwner': 'one per owner of its lines; they must sum to the whole, so that a part of them says nothing',
  'Plan.coverageByProduct': 'one per product, likewise',
  'Plan.teamCoverage': 'one per team; the targets must sum to the total',
  'Plan.productTargets': 'one per product; they must sum to the total, so that a part of them says nothing',
  'AccountStrategy.plays': 'those of its class, 10 at most',
  'ClassStrategy.plays': 'those that the strategy itself names, 10 at most',
  'PlanLine.plays': 'those that the line itself names, 10 at most',
  'PlanLineVersion.plays': 'as above',
  'PlanVersion.productTargets': 'as those of a plan',
  'Plan.repTargets': 'one per rep, and the rest in one; they must sum to the whole',
  'Rebalancing.guarantees': 'six',
  'QuotaFairness.attainments': 'one per rep of a version; an index is over all of them',
  'Plan.requiredPipeline': 'one per product of its lines',
  'Query.acquisitionConsumerLag': 'one per consumer and topic',
  'Query.acquisitionParkedEvents':
    'first says how many; worked off from the beginning, so that what is behind comes forward',
  'Query.customerSuccessConsumerLag': 'as above',
  'Query.customerSuccessParkedEvents': 'as above',
  'Query.dealConsumerLag': 'as above',
  'Query.dealParkedEvents': 'as above',
  'Query.planningConsumerLag': 'as above',
  'Query.planningParkedEvents': 'as above',
  'Query.receivablesAgeing': 'one per currency',
  'Query.receivablesConsumerLag': 'as above',
  'Query.receivablesParkedEvents': 'as above',
  'ReceivablesAgeing.buckets': 'five',
  'Step.inputs': 'those of its template, 20 at most',
  'Step.outputs': 'those of its template, 20 at most',
  'StepGapTotals.accounts': 'those with most gaps, 100 at most; the rest is in the list',
  'StepGapTotals.owners': 'those with most gaps, 100 at most; the rest is in the list',
  'StepGapTotals.points': 'one per point, five',
  'RequiredPipeline.stages': 'as many as the funnel has, six at most',
  'SalesFunnel.stages': 'as many as the funnel has, six at most',
  'Rehearsal.correlations': 'one per group that its lines name, 100 at most',
  'RehearsalResult.margins': 'three confidences',
  'RehearsalResult.months': 'one per month of the plan, 60 at most',
  'Rep.skillLevels': 'one per skill of the catalogue',
  'TimelineEntry.details': 'as many as the event has fields',
  'WinRate.won': 'one per currency',
  'WonConcentration.top': 'as many as are asked for, 50 at most',
  'WhatIf.lines': '20 at most',
};

/** Every non-key field of an entity is nullable: one service down costs only its own fields. */
const nullableEntityFields: Convention = (subgraphs) => subgraphs.flatMap(nonNullEntityFields);

const conventions: [string, Convention][] = [
  ['says what everything is, with its Chinese term', described],
  ['means the same by the same name in every service', equalDescriptions],
  ['is spelled alike', spelled],
  ['tells days, moments and ids by their names, and has no floats', suffixes],
  ['shows things, not their ids', things],
  ['has values of one kind each, and no holes in lists', values],
  ['calls an enum after the field that has it', enumNames],
  ['begins every entity alike', entitiesAlike],
  ['loses only the fields of a service that is down', nullableEntityFields],
  ['loses only the root field that failed', nullableRoots],
  ['has no field of an interface type', noInterfaceTypes],
  ['takes one input for a mutation and answers with a result', mutations],
  ['says for whom a mutation is', forWhom],
  ['answers with the thing itself or with refusals', resultUnions],
  ['refuses what an input makes possible', refusalsOfInputs],
  ['says what may follow of everything that commands move', whatMayFollow],
  ['takes a key for every command, and a version for every change', keysAndVersions],
  ['says the range of everything that comes in', ranges],
  ['pages through lists', listsAreConnections(boundedLists)],
  ['asks for lists alike wherever they hang', listArguments],
  ['answers every page in one shape', connections],
  ['has one for every many', oneAndMany],
  ['orders lists alike', orders],
  ['narrows lists alike', filters],
  ['says of what is deprecated what to use instead, and until when', deprecated],
];

describe('the graph', () => {
  const subgraphs: Subgraph[] = [];

  beforeAll(async () => {
    for (const name of serviceApps()) subgraphs.push({ name, sdl: await emittedSchema(name) });
  });

  it('has five services', () => {
    expect(subgraphs).toHaveLength(5);
  });

  it.each(conventions)('%s', (_, convention) => {
    expect(convention(subgraphs)).toEqual([]);
  });
});

describe('a violation is named:', () => {
  const found = (convention: Convention, ...schemas: string[]) =>
    convention(schemas.map((sdl, index) => ({ name: ['deal', 'planning'][index] ?? '', sdl })));
  const keeps = (convention: Convention, ...schemas: string[]) => expect(found(convention, ...schemas)).toEqual([]);
  const breaks = (convention: Convention, sdl: string, ...problems: string[]) =>
    expect(found(convention, sdl)).toEqual(problems.map((problem) => `deal: ${problem}`));

  describe('a description', () => {
    const says = (text: string) => `"${text}" scalar Day`;
    const unlike = (text: string) =>
      `Day: "${text}" is not one sentence with its Chinese term at the end, as "A deal (商机)."`;

    it.each([
      ['type Deal { "Its id (标识)." id: ID }', 'Deal: has no description'],
      ['"A deal (商机)." type Deal { id: ID }', 'Deal.id: has no description'],
      ['"Asks (查询)." type Query { "Deals (商机)." deals(first: Int): Int }', 'Query.deals.first: has no description'],
      ['type Query { "Deals (商机)." deals: Int }', 'Query: has no description'],
      ['type Mutation { "Signs (签约)." sign: Int }', 'Mutation: has no description'],
      ['"Stage (阶段)." enum Stage { BID }', 'Stage.BID: has no description'],
      ['"Filter (筛选)." input Filter { stage: Int }', 'Filter.stage: has no description'],
      ['union Result = A', 'Result: has no description'],
      ['scalar Day', 'Day: has no description'],
      ['interface Refusal { "Code (代码)." code: Int }', 'Refusal: has no description'],
    ])('that is missing: %s', (sdl, problem) => {
      breaks(described, sdl, problem);
    });

    it.each([
      'A day.',
      'A day 日期.',
      'A day (日期)',
      'A day (日期); never a moment.',
      'A day. (日期).',
      'a day (日期).',
      'A day (日期). Never a moment (时间).',
      'A day. Never a moment (日期).',
      '(日期).',
    ])('of another form: %s', (text) => breaks(described, says(text), unlike(text)));

    it('with Western signs in Chinese', () => {
      breaks(described, says('A day (日,期).'), 'Day: "A day (日,期)." has a Western comma in Chinese');
    });

    it.each([
      'A day (日期).',
      'True: a day; false: none, 1–9 (日期、时间).',
      'A day, from 0:00 to 24:00 (日\uff0c期).',
      '1 day (BANT 结论).',
    ])('but not: %s', (text) => keeps(described, says(text)));
  });

  it.each([
    [
      '"A deal (商机)." type Deal { id: ID }',
      '"A bargain (商机)." type Deal { id: ID }',
      'Deal: is "A deal (商机)." in deal and "A bargain (商机)." in planning',
    ],
    ['enum Stage { "One" A }', 'enum Stage { A }', 'Stage.A: is "One" in deal and "" in planning'],
    [
      'type Deal { id("One" of: ID): ID }',
      'type Deal { id("Two" of: ID): ID }',
      'Deal.id.of: is "One" in deal and "Two" in planning',
    ],
  ])('the same name with two meanings: %s', (one, other, problem) => {
    expect(found(equalDescriptions, one, other)).toEqual([problem]);
    keeps(equalDescriptions, one, one);
  });

  it.each([
    ['type deal { id: ID }', 'deal: must be written like ContractSigned'],
    ['type Deal_Kind { id: ID }', 'Deal_Kind: must be written like ContractSigned'],
    ['type Deal { SignedOn: ID }', 'Deal.SignedOn: must be written like signedOn'],
    ['input In { signed_on: ID }', 'In.signed_on: must be written like signedOn'],
    ['type Query { deals(First: Int): Int }', 'Query.deals.First: must be written like signedOn'],
    ['enum Stage { preBid }', 'Stage.preBid: must be written like PRE_BID'],
    ['enum Stage { PRE__BID }', 'Stage.PRE__BID: must be written like PRE_BID'],
  ])('another spelling: %s', (sdl, problem) => {
    breaks(spelled, sdl, problem);
    keeps(spelled, 'type UUIDs { signedOn(asOf: ID): ID } enum Stage { PRE_BID OK_2 }');
  });

  it.each([
    ['type Deal { signed: LocalDate }', 'Deal.signed: is a day, so its name must end in On'],
    ['input SignInput { signedAt: LocalDate! }', 'SignInput.signedAt: is a day, so its name must end in On'],
    ['input DealFilter { signedOn: LocalDate }', 'DealFilter.signedOn: is a day, so its name must end in From or To'],
    ['type Deal { createdOn: DateTime! }', 'Deal.createdOn: is a moment, so its name must end in At'],
    ['type Deal { lead: UUID }', 'Deal.lead: is an id, so its name must end in Id'],
    ['input In { leads: [UUID!] }', 'In.leads: is an id, so its name must end in Id'],
    [
      'type Deal { fit: Float }',
      'Deal.fit: is a float; money is Decimal, shares are basis points, the rest whole numbers',
    ],
  ])('a name that does not tell what it is: %s', (sdl, problem) => {
    breaks(suffixes, sdl, problem);
  });

  it('but not names that tell it, or are on their way out', () => {
    keeps(
      suffixes,
      `type Deal { id: UUID! signedOn: LocalDate createdAt: DateTime! asOf: LocalDate close: LocalDate @deprecated(reason: "x") }
       input DealFilter { on: LocalDate signedFrom: LocalDate signedTo: LocalDate } input In { leadId: UUID contactIds: [UUID!] }`,
    );
  });

  it('an id in the place of the thing', () => {
    breaks(things, 'type Deal { leadId: UUID }', 'Deal.leadId: is the id of something; show the thing itself');
    keeps(things, 'type Deal { id: UUID correlationId: UUID } input In { leadId: UUID }');
  });

  it.each([
    ['type Deal { tags: [String] }', 'Deal.tags: must have no null elements: [String!]'],
    ['input In { tags: [String]! }', 'In.tags: must have no null elements: [String!]'],
    ['type Deal { number: ID }', 'Deal.number: must be a UUID, as every id'],
    ['type Deal { price: Decimal }', 'Deal.price: must be Money, with its currency'],
    [
      'type Deal { visits: Int }',
      'Deal.visits: is a number, so its name must say of what: …Count, basisPoints, …Days, …Hours, …Months, …Seconds',
    ],
  ])('a value of a kind of its own: %s', (sdl, problem) => {
    breaks(values, sdl, problem);
    keeps(
      values,
      `type Money { amount: Decimal! } input MoneyInput { amount: Decimal! } type Renewal { fit: Int }
       type Deal { tags: [String!]! visitCount: Int basisPoints: Int dueDays: Int version: Int } input In { expectedVersion: Int }`,
    );
  });

  it.each([
    ['stage: Step', 'Deal.stage: must have an enum whose name ends like the field’s, not Step'],
    ['roles: [Step!]', 'Deal.roles: must have an enum whose name ends like the field’s, not Step'],
  ])('an enum of another name: %s', (field, problem) => {
    breaks(enumNames, `enum Step { BID } type Deal { ${field} }`, problem);
    keeps(
      enumNames,
      'enum DealStage { BID } enum Role { A } type Deal { stage: DealStage nextStages: [DealStage!] roles: [Role!] } type Closed { endedAs: DealStage }',
    );
  });

  describe('an entity', () => {
    const deal = (fields: string, description = 'A deal; owned by deal (商机).') =>
      `"${description}" type Deal @key(fields: "id") { ${fields} }`;
    const base = 'id: ID! version: Int createdAt: Int correlationId: Int origin: Int';

    it.each([
      [deal('id: ID!', 'A deal (商机).'), 'must say "; owned by <service>"'],
      [deal(`name: Int ${base}`), 'must begin with id, version, createdAt, correlationId, origin'],
      [deal('version: Int id: ID!'), 'must begin with id, version, createdAt, correlationId, origin'],
      [deal(`${base} team: Int`), 'has a team and must have an owner'],
      [deal(`${base} owner: Int name: Int account: Int`), 'must have account, owner in this order'],
      [deal(`${base} account: Int planLine: Int product: Int`), 'must have account, product, planLine in this order'],
    ])('of another form: %s', (sdl, problem) => breaks(entitiesAlike, sdl, `Deal: ${problem}`));

    it('of this form is right, and so is what another service adds to it', () => {
      keeps(entitiesAlike, deal(`${base} team: Int name: Int account: Int product: Int owner: Int planLine: Int`));
      keeps(entitiesAlike, deal('id: ID! leads: Int'));
    });
  });

  it('a field that takes its entity down', () => {
    breaks(nullableEntityFields, 'type Deal @key(fields: "id") { id: ID!, title: String! }', 'Deal.title');
  });

  it('a root field that takes the others down', () => {
    breaks(
      nullableRoots,
      'type Query { deals: [Int!], all: [Int!]! } type Mutation { sign: Result! }',
      'Query.all: must be nullable: its failure would take the other fields along',
      'Mutation.sign: must be nullable: its failure would take the other fields along',
    );
  });

  it('a field of an interface type', () => {
    const sdl = 'interface Thing { id: ID } type Deal implements Thing { id: ID, things: [Thing!]! }';
    breaks(noInterfaceTypes, sdl, 'Deal.things: has the interface Thing as its type; name a union');
  });

  describe('a mutation', () => {
    const input = 'must have one argument, input: SignDealInput!';
    const answer = (is: string) => `must answer with the union SignDealResult, or with BulkPayload, not ${is}`;
    const sdl = (mutation: string) =>
      `input SignDealInput { id: ID } input In { id: ID } input RetryParkedEventInput { id: ID } type Deal { id: ID }
       type BulkPayload { n: Int } union SignDealResult = Deal union Other = Deal union ReleaseParkedEventResult = Deal
       type Mutation { ${mutation} }`;

    it.each([
      ['signDeal: SignDealResult', [input]],
      ['signDeal(data: SignDealInput!): SignDealResult', [input]],
      ['signDeal(input: SignDealInput): SignDealResult', [input]],
      ['signDeal(input: In!): SignDealResult', [input]],
      ['signDeal(input: Int!): SignDealResult', [input]],
      ['signDeal(input: SignDealInput!, note: String): SignDealResult', [input]],
      ['signDeal(input: SignDealInput!): Deal', [answer('Deal')]],
      ['signDeal(input: SignDealInput!): Other', [answer('Other')]],
      ['signDeal(input: SignDealInput!): [SignDealResult!]', [answer('SignDealResult')]],
      [
        'signDeal(input: SignDealInput!): BulkPayload',
        ['recordPast… and no other answers with BulkPayload: only history may come without a key and a version'],
      ],
    ])('of another form: %s', (mutation, problems) => {
      breaks(mutations, sdl(mutation), ...problems.map((problem) => `Mutation.signDeal: ${problem}`));
    });

    const past = (fields: string, answer = 'BulkPayload') =>
      `input RecordPastDealsInput { ${fields} } type BulkPayload { n: Int } union RecordPastDealsResult = Deal
       type Mutation { recordPastDeals(input: RecordPastDealsInput!): ${answer} }`;

    it('that records history in another form', () => {
      const at = 'Mutation.recordPastDeals: ';
      breaks(mutations, past('rows: [ID!]! note: ID'), `${at}must take { rows } and nothing else`);
      breaks(
        mutations,
        past('rows: [ID!]!', 'RecordPastDealsResult'),
        `${at}recordPast… and no other answers with BulkPayload: only history may come without a key and a version`,
      );
      keeps(mutations, past('rows: [ID!]!'));
    });

    it('that sets something as such', () => {
      const setting =
        'input SetStageInput { id: ID } union SetStageResult = Deal type Mutation { setStage(input: SetStageInput!): SetStageResult }';
      breaks(
        mutations,
        setting,
        'Mutation.setStage: must say what happens, such as advanceDeal: nothing is set as such',
      );
      keeps(mutations, setting.replaceAll('etStage', 'ettleDeal'));
    });

    it.each([
      'signDeal(input: SignDealInput!): SignDealResult',
      'dealRetryParkedEvent(input: RetryParkedEventInput!): ReleaseParkedEventResult',
    ])('of this form is right: %s', (mutation) => keeps(mutations, sdl(mutation)));
  });

  describe('a mutation that does not say for whom it is', () => {
    const sdl = (description: string) => `type Mutation { "${description}" sign: Int }`;

    it.each([
      'Signs (签约).',
      'Signs; for SELLERS (签约).',
      'Signs; for REP and MANAGER (签约).',
      'Signs; for (签约).',
      'Signs; for REP; once (签约).',
      'Signs for REP (签约).',
    ])('%s', (description) => {
      const problem = 'must say its roles, such as "; for REP, MANAGER (签约)."; name them in @Authorized';
      breaks(forWhom, sdl(description), `Mutation.sign: ${problem}`);
    });

    it.each(['Signs; for REP (签约).', 'Signs; once; for REP, MANAGER, PRESALES (签约).'])(
      'but not: %s',
      (description) => keeps(forWhom, sdl(description)),
    );
  });

  const refusals = [
    'NotFound',
    'VersionConflict',
    'TransitionRefused',
    'Own',
    'GateNotMet',
    'InvalidInput',
    'IdempotencyKeyReused',
  ]
    .map((name) => `type ${name} implements DomainError { code: Int }`)
    .join(' ');
  const types = `interface DomainError { code: Int } ${refusals} type Deal { id: ID } type Money { n: Int }`;

  it.each([
    ['Deal | Money', 'Money does not implement DomainError'],
    ['Deal | InvalidInput | NotFound', 'must have its refusals in the order NotFound, InvalidInput'],
    ['Deal | Own | NotFound', 'must have its refusals in the order NotFound, Own'],
    ['Deal | GateNotMet | Own', 'must have its refusals in the order Own, GateNotMet'],
    [
      'Deal | NotFound | TransitionRefused | VersionConflict',
      'must have its refusals in the order NotFound, VersionConflict, TransitionRefused',
    ],
  ])('a result of other members: %s', (members, problem) => {
    breaks(resultUnions, `${types} union Result = ${members}`, `Result: ${problem}`);
  });

  it('a result that does not begin with what was done', () => {
    breaks(
      resultUnions,
      `${types} union Result = NotFound | Deal`,
      'Result: begins with the refusal NotFound; first comes what was done',
      'Result: Deal does not implement DomainError',
    );
    keeps(
      resultUnions,
      `${types} union Result = Deal | NotFound | VersionConflict | TransitionRefused | Own | GateNotMet | InvalidInput | IdempotencyKeyReused`,
    );
  });

  describe('a command', () => {
    const sdl = (fields: string, members: string) =>
      `${types} union SignResult = Deal | ${members} input SignInput { ${fields} } type Mutation { sign(input: SignInput!): SignResult }`;
    const asks = (refusal: string) => `SignResult: must have ${refusal}, for the input of sign asks for it`;
    const cannot = (refusal: string) => `SignResult: has ${refusal}, which the input of sign cannot cause`;

    it.each([
      ['note: ID', 'NotFound', [asks('InvalidInput')]],
      ['idempotencyKey: ID', 'InvalidInput', [asks('IdempotencyKeyReused')]],
      ['expectedVersion: Int', 'InvalidInput', [asks('VersionConflict')]],
      ['dealId: ID', 'InvalidInput', [asks('NotFound')]],
      ['contactIds: [ID]', 'InvalidInput', [asks('NotFound')]],
      ['note: ID', 'VersionConflict | InvalidInput', [cannot('VersionConflict')]],
      ['note: ID', 'InvalidInput | IdempotencyKeyReused', [cannot('IdempotencyKeyReused')]],
      ['externalId: ID', 'InvalidInput', []],
      ['dealId: ID', 'NotFound | InvalidInput', []],
    ])('that takes %s and answers %s', (fields, members, problems) => {
      breaks(refusalsOfInputs, sdl(fields, members), ...problems);
    });

    it.each([
      ['note: ID', ['must begin with idempotencyKey']],
      ['note: ID idempotencyKey: ID', ['must begin with idempotencyKey']],
      ['idempotencyKey: ID dealId: ID!', ['must have expectedVersion, for it changes the Deal that it names']],
      ['idempotencyKey: ID expectedVersion: Int note: ID', ['must end with expectedVersion']],
      ['idempotencyKey: ID note: ID dealId: ID! expectedVersion: Int', ['must name the Deal that it changes second']],
      ['idempotencyKey: ID dealId: ID! note: ID expectedVersion: Int', []],
      ['idempotencyKey: ID dealId: ID leadId: ID!', []],
    ])('that takes %s', (fields, problems) => {
      breaks(keysAndVersions, sdl(fields, 'InvalidInput'), ...problems.map((problem) => `SignInput: ${problem}`));
    });

    it('that asks for a key', () => {
      breaks(
        keysAndVersions,
        sdl('idempotencyKey: ID! expectedVersion: Int!', 'InvalidInput'),
        'SignInput.idempotencyKey: must be nullable',
        'SignInput.expectedVersion: must be nullable',
      );
    });

    it('but not a bulk one, nor an operators’', () => {
      const bulk = 'type BulkPayload { n: Int } input In { n: Int } type Mutation { record(input: In!): BulkPayload }';
      keeps(keysAndVersions, bulk);
      keeps(refusalsOfInputs, bulk);
      keeps(
        keysAndVersions,
        `${types} union R = Deal input In { n: Int } type Mutation { dealRetryParkedEvent(input: In!): R }`,
      );
    });
  });

  describe('what may follow', () => {
    const sdl = (fields: string, members = 'Deal | TransitionRefused') =>
      `${types.replace('type Deal { id: ID }', `type Deal { ${fields} }`)} enum Stage { BID } union MoveDealResult = ${members}`;

    it.each([
      ['stage: Stage', 'Deal.nextStages: is missing: a command moves Deal; @NextStates gives it'],
      ['status: Stage', 'Deal.nextStatuses: is missing: a command moves Deal; @NextStates gives it'],
      ['stage: Stage id: ID nextStages: [Stage!]', 'Deal.nextStages: must be [Stage!], right after stage'],
      ['stage: Stage nextStages: [String!]', 'Deal.nextStages: must be [Stage!], right after stage'],
      ['stage: Stage nextStages: [Stage!]!', 'Deal.nextStages: must be [Stage!], right after stage'],
      ['id: ID nextStages: [Stage!]', 'Deal.nextStages: no command moves Deal from one stage to another; leave it out'],
    ])('in another form: %s', (fields, problem) => breaks(whatMayFollow, sdl(fields), problem));

    it('of what moves by itself', () => {
      const moves = 'stage: Stage nextStages: [Stage!]';
      const problem = 'Deal.nextStages: no command moves Deal from one stage to another; leave it out';
      breaks(whatMayFollow, sdl(moves, 'Deal | NotFound'), problem);
      breaks(whatMayFollow, sdl(moves, 'Money | TransitionRefused'), problem);
    });

    it.each([
      ['stage: Stage nextStages: [Stage!]', 'Deal | TransitionRefused'],
      ['status: Stage nextStatuses: [Stage!]', 'Deal | NotFound | TransitionRefused'],
      ['status: Stage', 'Deal | NotFound'],
      ['id: ID', 'Deal | TransitionRefused'],
    ])('but not: %s', (fields, members) => keeps(whatMayFollow, sdl(fields, members)));
  });

  describe('an input without its range', () => {
    it.each([
      ['name: String', 'Its name (名称).', '1–200 characters'],
      ['months: Int', 'Its months (月).', '0–240'],
      ['amount: MoneyInput!', 'Its amount (金额).', 'more than zero'],
      ['signedOn: LocalDate', 'The day of signing (签约日).', 'not in the future'],
      ['rows: [Row!]!', 'The rows (各行).', 'at most 50'],
    ])('%s', (field, description, such) => {
      const sdl = (text: string) => `input SignInput { "${text}" ${field} }`;
      breaks(ranges, sdl(description), `SignInput.${field.split(':')[0]}: must say its range, such as "${such}"`);
      keeps(ranges, sdl(description.replace(' (', `; ${such} (`)));
    });

    it('but not where any value will do, nor in a filter', () => {
      keeps(
        ranges,
        'input SignInput { "The deal (商机)." dealId: UUID! } input DealFilter { "The team (团队)." team: String }',
      );
    });
  });

  it('a list that cannot be paged, and an exception that is none', () => {
    const sdl = `type Deal @key(fields: "id") { id: ID!, tags: [String!], notes: [Note!] } type Note { n: Int }
      type DealConnection { nodes: [Deal!]! } type Query { deals: DealConnection, all: [Deal!]!, tops: [Deal] }`;
    expect(found(listsAreConnections({ 'Query.tops': 'three', 'Deal.tags': 'no things' }), sdl)).toEqual([
      'deal: Deal.notes: is a list that may grow; make it a connection',
      'deal: Query.all: is a list that may grow; make it a connection',
      'Deal.tags: is no list of things and needs no exception',
    ]);
  });

  describe('a list', () => {
    const args = 'filter: DealFilter, orderBy: DealOrder = { field: CREATED_AT }, first: Int! = 20, after: String';
    const sdl = (...fields: string[]) =>
      `type Deal @key(fields: "id") { id: ID! } type Note { n: Int } type DealConnection { n: Int } type NoteConnection { n: Int }
       type Query { deal(id: UUID!): Deal, ${fields.join(', ')} }`;

    it.each([
      [`deals: DealConnection`, 'must take filter, orderBy, first, after, not '],
      ['deals(first: Int, after: Int): DealConnection', 'must take filter, orderBy, first, after, not first, after'],
      [
        'deals(first: Int, after: Int, filter: DealFilter, orderBy: DealOrder): DealConnection',
        'must take filter, orderBy, first, after, not first, after, filter, orderBy',
      ],
      [
        'notes(orderBy: Int, first: Int, after: Int): NoteConnection',
        'must take first, after, not orderBy, first, after',
      ],
    ])('that takes other arguments: %s', (field, problem) => {
      breaks(listArguments, sdl(field), `Query.${/^\w+/.exec(field)?.[0]}: ${problem}`);
    });

    it('that takes arguments of other types, or other ones elsewhere', () => {
      breaks(
        listArguments,
        sdl(`deals(${args.replace('DealFilter', 'Filter')}): DealConnection`),
        'Query.deals.filter: must be of type DealFilter',
      );
      const other = args.replace('CREATED_AT', 'AMOUNT');
      const printed = (list: string) => list.replace('{ ', '{').replace(' }', '}');
      breaks(
        listArguments,
        sdl(`deals(${args}): DealConnection`, `tops(${other}): DealConnection`),
        `Query.tops: takes ${printed(other)}, but Query.deals takes ${printed(args)}`,
      );
      breaks(
        listArguments,
        sdl('notes(first: Int! = 50, after: String): NoteConnection'),
        'Query.notes: must have first: Int! = 20, not first: Int! = 50',
      );
      keeps(
        listArguments,
        sdl(
          `deals(${args}): DealConnection`,
          'notes(filter: NoteFilter, first: Int! = 20, after: String): NoteConnection',
        ),
      );
    });

    it.each([
      ['notes: NoteConnection', 'Query.notes: is a list of Note; there must be note(id: UUID!), too'],
      [
        'notes: NoteConnection, note(number: Int!): Note',
        'Query.notes: is a list of Note; there must be note(id: UUID!), too',
      ],
      ['dealList: DealConnection', 'Query.dealList: is a list of Deal, so its name must be deals'],
    ])('of what cannot be asked for by its id, or under another name: %s', (fields, problem) => {
      breaks(oneAndMany, sdl(fields), problem);
      keeps(oneAndMany, sdl('deals: DealConnection'));
      keeps(
        oneAndMany,
        `type City @key(fields: "id") { id: ID } type CityConnection { n: Int } type Query { city(id: UUID!): City, cities: CityConnection }`,
      );
    });

    it('with pages of another shape', () => {
      const right = 'edges: [DealEdge!]! nodes: [Deal!]! pageInfo: PageInfo! totalCount: Int!';
      breaks(
        connections,
        'type DealConnection { nodes: [Deal!]! }',
        `DealConnection: must be { ${right} }, not { nodes: [Deal!]! }`,
      );
      keeps(connections, `type DealConnection { ${right} }`);
    });

    it.each([
      [
        'input DealOrder { by: DealOrderField! }',
        [
          'DealOrder: must be { field: DealOrderField!, direction: OrderDirection! = ASC }, not { by: DealOrderField! }',
        ],
      ],
      [
        'input DealOrder { field: DealOrderField!, direction: OrderDirection! }',
        [
          'DealOrder: must be { field: DealOrderField!, direction: OrderDirection! = ASC }, not { field: DealOrderField!, direction: OrderDirection! }',
        ],
      ],
      ['input DealOrder { field: DealOrderField!, direction: OrderDirection! = ASC }', []],
    ])('with an order of another form: %s', (order, problems) => {
      breaks(orders, `${order} enum DealOrderField { CREATED_AT AMOUNT }`, ...problems);
      expect(found(orders, `${order} enum DealOrderField { AMOUNT }`)).toContain(
        'deal: DealOrderField: must begin with CREATED_AT',
      );
    });

    it.each([
      ['stages: [Stage!]!', 'DealFilter.stages: must be nullable: null means all'],
      ['stage: Stage', 'DealFilter.stage: must be a list of Stage, of alternatives'],
      ['stage: [Stage!]', 'DealFilter.stage: is a list, so its name must be a plural'],
      ['withoutOwner: Boolean', 'DealFilter.withoutOwner: must say what is there; false asks for the others'],
      ['unclassified: Boolean', 'DealFilter.unclassified: must say what is there; false asks for the others'],
      ['open: Boolean = true', 'DealFilter.open: must have no default'],
    ])('with a filter of another form: %s', (field, problem) => {
      breaks(filters, `enum Stage { BID } input DealFilter { ${field} }`, problem);
      keeps(filters, 'enum Stage { BID } input DealFilter { stages: [Stage!], hasOwner: Boolean, notes: Boolean }');
    });

    it('that cannot be narrowed to a team', () => {
      const owned = 'type Deal { owner: ID, team: ID } input DealFilter { ownerId: ID }';
      breaks(filters, owned, 'DealFilter: must have team, for what it filters has an owner and a team');
      keeps(filters, owned.replace('ownerId: ID }', 'ownerId: ID, team: ID }'));
    });
  });

  describe('a deprecation', () => {
    const sdl = (reason: string) =>
      `type Deal { close: Int @deprecated(reason: "${reason}"), old: Int @deprecated(reason: "Use \`Deal.closeOn\`: so; removed after 2027-06-30."), closeOn: Int }`;

    it.each([
      ['', '"" must be like "Use `Deal.expectedCloseOn`: why; removed after 2027-06-30."'],
      [
        'No longer supported',
        '"No longer supported" must be like "Use `Deal.expectedCloseOn`: why; removed after 2027-06-30."',
      ],
      [
        'Use `Deal.closeOn`.',
        '"Use `Deal.closeOn`." must be like "Use `Deal.expectedCloseOn`: why; removed after 2027-06-30."',
      ],
      [
        'Use `Deal.closedOn`: days end in On; removed after 2027-06-30.',
        'says to use Deal.closedOn, which is not there or deprecated itself',
      ],
      [
        'Use `Deal.old`: it is older; removed after 2027-06-30.',
        'says to use Deal.old, which is not there or deprecated itself',
      ],
      ['Use `Deal.closeOn`: days end in On; removed after 2027-06-31.', '2027-06-31 is no day'],
    ])('for the reason "%s"', (reason, problem) => {
      breaks(deprecated, sdl(reason), `Deal.close: ${problem}`);
    });

    it('with what to use instead, why and until when is right, also of a value, an argument and what another service has', () => {
      const reason = 'Use `Deal.closeOn`: days end in On; removed after 2027-06-30.';
      keeps(
        deprecated,
        sdl(reason),
        `enum E { A @deprecated(reason: "${reason}") } input I { a: Int @deprecated(reason: "${reason}") }`,
      );
    });
  });
});
