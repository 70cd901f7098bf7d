import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, serviceNames } from '@fivepoint/contracts';

/** One service tells another that something became true; all names follow from these. */
export interface Handoff {
  from: ServiceName;
  to: ServiceName;
  /** `contract-renegotiated` */
  event: string;
  /** `fivepoint.deal.contract-renegotiated.v1` */
  type: string;
  /** `ContractRenegotiated` */
  name: string;
  /** `contract renegotiated` */
  words: string;
  /** What it is about: `contract`, the folder of the owner that knows it. */
  thing: string;
  /** The field that carries the thing's id: `contractId`. */
  idField: string;
  /** The Chinese term of the event. */
  term: string;
}

export interface Wish {
  from?: string | undefined;
  to?: string | undefined;
  event?: string | undefined;
  term?: string | undefined;
}

/** Past participles of other endings than -ed, as far as the business has them. */
const irregular = new Set(
  'begun bought broken drawn drifted given held kept known left lost made met overdue paid sent sold split taken told torn withdrawn won'.split(
    ' ',
  ),
);

/**
 * Names the handoff that is wished for.
 * @param root the workspace, in which the event must be new
 * @throws RangeError that says what would be right
 */
export function handoffOf({ from, to, event, term }: Wish, root: string): Handoff {
  const [owner, reader] = [serviceOf('--from', from), serviceOf('--to', to)];
  if (owner === reader) throw new RangeError(`--from and --to are both ${owner}: a handoff goes to another service`);
  const words = /^[a-z]+(-[a-z]+)+$/.test(event ?? '') ? (event ?? '').split('-') : [];
  const last = words.at(-1) ?? '';
  if (event === undefined || !(last.endsWith('ed') || irregular.has(last)))
    throw new RangeError(
      `--event "${event ?? ''}" is no fact: name the thing and what became of it, such as contract-renegotiated or deal-lost`,
    );
  if (term !== undefined && !/\p{Script=Han}/u.test(term))
    throw new RangeError(`--term "${term}" is no Chinese term; leave it out until there is one`);
  requireNew(owner, reader, event, root);
  const thing = words.slice(0, -1).join('-');
  const name = pascal(event);
  return {
    from: owner,
    to: reader,
    event,
    type: `fivepoint.${owner}.${event}.v1`,
    name,
    words: words.join(' '),
    thing,
    idField: `${camel(thing)}Id`,
    term: term ?? '业务事件',
  };
}

function serviceOf(option: string, name: string | undefined): ServiceName {
  const found = serviceNames.find((service) => service === name);
  if (!found)
    throw new RangeError(`${option}: there is no service "${name ?? ''}"; choose one of ${serviceNames.join(', ')}`);
  return found;
}

function requireNew(from: ServiceName, to: ServiceName, event: string, root: string): void {
  const folder = `libs/contracts/events/${from}`;
  const taken = readdirSync(join(root, folder)).find(
    (file) => file.startsWith(`${event}.v`) && file.endsWith('.schema.json'),
  );
  if (taken)
    throw new RangeError(
      `there is ${folder}/${taken} already: to read it in ${to}, write ${consumerPath({ to, event })} by hand, as docs/adding-a-handoff.md shows`,
    );
  const consumer = consumerPath({ to, event });
  if (existsSync(join(root, consumer)))
    throw new RangeError(`there is ${consumer} already, for the event of another service; name yours otherwise`);
}

export const consumerPath = ({ to, event }: Pick<Handoff, 'to' | 'event'>): string =>
  `apps/${to}/src/handoffs/${event}.ts`;

export const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const pascal = (name: string): string => camel(`-${name}`);
