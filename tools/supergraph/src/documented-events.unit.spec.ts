import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventTypes } from '@fivepoint/contracts';
import { masterDataHandlers } from '@fivepoint/service';
import { services as definitions } from '../../local/src/services';
import { type ServiceEvents, untoldIn, wrongDiagram, wrongEventTable, wrongReadme } from './documented-events';
import { workspace } from './subgraphs';

const text = (path: string) => readFileSync(join(workspace, path), 'utf8');
const short = (type: string) => type.split('.').at(-2) ?? type;
const copied = masterDataHandlers.map(({ type }) => short(type));

/** As the services' own definitions have it; the timeline reads all, and is no one's next step. */
const services = definitions.map(({ name, consumers }): ServiceEvents => {
  const types = Object.entries(eventTypes).filter(([, { owner }]) => owner === name);
  const own = consumers.filter((consumer) => consumer.name === name);
  return {
    name,
    publishes: types.map(([type]) => short(type)),
    actsOn: own
      .flatMap(({ handlers }) => handlers.map(({ type }) => short(type)))
      .filter((event) => !copied.includes(event)),
  };
});

describe('what is written about the events', () => {
  it('is so in docs/events.md', () => expect(wrongEventTable(text('docs/events.md'), services)).toEqual([]));

  it('is so in the diagram of README.md', () =>
    expect(wrongDiagram(text('README.md'), services, untoldIn(text('docs/events.md')))).toEqual([]));

  it.each(services)("is so in $name's README.md", (service) =>
    expect(wrongReadme(text(`apps/${service.name}/README.md`), service)).toEqual([]),
  );

  describe('is found out where it is not:', () => {
    const deal = { name: 'deal', publishes: ['contract-signed', 'deal-lost'], actsOn: [] };
    const receivables = { name: 'receivables', publishes: [], actsOn: ['contract-signed'] };
    const table = (...rows: string[]) => `# E\n\n## Who publishes, who acts\n\n${rows.join('\n')}\n\n## Next\n`;
    const place = 'docs/events.md, "Who publishes, who acts"';
    const signed = '| deal | `contract-signed` | receivables opens it; as `planning.timeline` shows |';
    const lost = '| deal | `deal-lost` | timeline only |';

    it.each([
      [[signed, lost], []],
      [[signed], [`${place}, published by deal: write deal-lost`]],
      [
        [signed, lost, '| receivables | `paid-up` | nobody yet |'],
        [`${place}, published by receivables: paid-up is not so`],
      ],
      [[signed.replace('receivables', 'nobody'), lost], [`${place}, who acts on contract-signed: write receivables`]],
      [[signed, lost.replace('timeline', 'deal')], [`${place}, who acts on deal-lost: deal is not so`]],
    ])('in a table of %j', (rows, problems) =>
      expect(wrongEventTable(table(...rows), [deal, receivables])).toEqual(problems),
    );

    it.each([
      ['| | |\n| receives | `contract-signed` |', []],
      ['| | |\n| receives | nothing |', ['apps/receivables/README.md, receives: write contract-signed']],
      [
        '| | |\n| receives | `contract-signed` |\n| publishes | `paid-up` |',
        ['apps/receivables/README.md, publishes: paid-up is not so'],
      ],
      ['| receives | what for |\n| - | - |\n| `contract-signed` | opens what `deal-lost` is not |', []],
      [
        '| receives | what for |\n| `deal-lost` | nothing |\n\nof which\n\n| publishes | to whom |\n| `paid-up` | nobody |',
        [
          'apps/receivables/README.md, receives: write contract-signed',
          'apps/receivables/README.md, receives: deal-lost is not so',
          'apps/receivables/README.md, publishes: paid-up is not so',
        ],
      ],
    ])('in a README with %j', (page, problems) => expect(wrongReadme(page, receivables)).toEqual(problems));

    it.each([
      ['    deal == "contract-signed" ==> receivables', []],
      ['', ['README.md, diagram: write deal → receivables: contract-signed']],
      [
        '    deal -. "deal-lost<br/>contract-signed" .-> receivables',
        ['README.md, diagram: deal → receivables: deal-lost is not so'],
      ],
    ])('in a diagram of %j', (page, problems) => expect(wrongDiagram(page, [deal, receivables])).toEqual(problems));

    it('in a diagram of what nobody tells yet', () => {
      const untold = untoldIn(table('| deal | `contract-signed` (not told yet) | receivables opens it |', lost));
      expect(untold).toEqual(['deal: contract-signed']);
      const drawn = wrongDiagram('    deal == "contract-signed" ==> receivables', [deal, receivables], untold);
      expect(drawn).toEqual(['README.md, diagram: deal → receivables: contract-signed is not so']);
      expect(wrongDiagram('', [deal, receivables], untold)).toEqual([]);
    });
  });
});
