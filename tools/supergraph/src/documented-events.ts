/** What a service does with events, by their short names (`contract-signed`); what it keeps a copy of is not among them. */
export interface ServiceEvents {
  name: string;
  publishes: readonly string[];
  actsOn: readonly string[];
}

/** What docs/events.md's table does not say of the events, or says and is not so; each line says what to write where. Pure. */
export function wrongEventTable(page: string, services: readonly ServiceEvents[]): string[] {
  const rows = rowsOf(section(page, '## Who publishes, who acts')).filter(([owner]) => nameOf(owner, services));
  const published = services.flatMap(({ name, publishes }) =>
    differences(
      namesIn(rows.filter(([owner]) => owner === name).map(([, events]) => events)),
      publishes,
      `docs/events.md, "Who publishes, who acts", published by ${name}`,
    ),
  );
  const acting = rows.flatMap(([, events = '', who = '']) =>
    namesIn([events]).flatMap((event) =>
      differences(
        // Each clause begins with who acts: "planning counts the cash; customer-success sees what has been paid".
        who.split('; ').flatMap((clause) => nameOf(clause.split(' ')[0], services) ?? []),
        services.filter(({ actsOn }) => actsOn.includes(event)).map(({ name }) => name),
        `docs/events.md, "Who publishes, who acts", who acts on ${event}`,
      ),
    ),
  );
  return [...published, ...acting];
}

/** The same of what a service's README says it receives and publishes, each as a row of a table or, where there is much of it, as a table. Pure. */
export function wrongReadme(page: string, { name, publishes, actsOn }: ServiceEvents): string[] {
  const said = (head: string) => namesIn(tablesOf(page).flatMap((table) => cellsUnder(head, table)));
  return [
    ...differences(said('receives'), actsOn, `apps/${name}/README.md, receives`),
    ...differences(said('publishes'), publishes, `apps/${name}/README.md, publishes`),
  ];
}

/** Of a table that has this head over its first column, that column; of any other one what its row of this name says. */
const cellsUnder = (head: string, [first, ...rows]: string[][]): (string | undefined)[] =>
  first?.[0] === head ? rows.map(([cell]) => cell) : rows.filter(([name]) => name === head).map(([, cell]) => cell);

/** The events of which docs/events.md says that their service does not tell them yet, such as `deal: touch-recorded`. Pure. */
export const untoldIn = (page: string): string[] =>
  rowsOf(section(page, '## Who publishes, who acts')).flatMap(([owner = '', events = '']) =>
    [...events.matchAll(/`([a-z-]+)` \(not told yet\)/g)].map(([, event = '']) => `${owner}: ${event}`),
  );

/**
 * The same of the arrows in the diagram of README.md, whose nodes are the services, and of which none leads to itself; `success` is short for
 * customer-success. What is not told yet has none. Pure.
 */
export function wrongDiagram(
  page: string,
  services: readonly ServiceEvents[],
  untold: readonly string[] = [],
): string[] {
  const arrows = [...page.matchAll(/^ *(\w+) (?:==|-\.) "(.+)" (?:==>|\.->) (\w+)$/gm)];
  const said = arrows.flatMap(([, from = '', events = '', to = '']) =>
    events.split(/, |<br\/>/).map((event) => `${from} → ${to}: ${event}`),
  );
  const short = (name: string) => name.replace('customer-', '');
  const so = services.flatMap(({ name, publishes }) =>
    services
      .filter((reader) => reader.name !== name)
      .flatMap((reader) =>
        publishes
          .filter((event) => reader.actsOn.includes(event) && !untold.includes(`${name}: ${event}`))
          .map((event) => `${short(name)} → ${short(reader.name)}: ${event}`),
      ),
  );
  return differences(said, so, 'README.md, diagram');
}

function differences(said: readonly string[], so: readonly string[], place: string): string[] {
  return [
    ...so.filter((one) => !said.includes(one)).map((one) => `${place}: write ${one}`),
    ...said.filter((one) => !so.includes(one)).map((one) => `${place}: ${one} is not so`),
  ];
}

const nameOf = (text: string | undefined, services: readonly ServiceEvents[]): string | undefined =>
  services.find(({ name }) => name === text)?.name;

/** Names of events in backticks; `planning.timeline` and `master_data` are none. */
const namesIn = (texts: readonly (string | undefined)[]): string[] =>
  texts.flatMap((text = '') => [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name));

/** The cells of every line of a table. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** The lines of each table, its head first. */
const tablesOf = (text: string): string[][][] => text.split(/\n(?!\|)/).map(rowsOf);

/** From a heading to the next one. */
const section = (page: string, heading: string): string => page.split(`\n${heading}\n`)[1]?.split('\n## ')[0] ?? '';
