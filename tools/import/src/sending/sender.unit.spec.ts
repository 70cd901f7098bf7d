import { GraphRefused } from '../../../lifecycle/src/graph-user';
import type { Draft } from '../plan';
import type { RowOutcome } from './history-graph';
import { inCalls, send, type SenderSettings } from './sender';

type Row = { externalId: string };
const settings: SenderSettings = { rows: 4, bytes: 100_000, lanes: 1, patienceMs: 200, stopped: () => false };
const jobs = (...ids: string[]) =>
  ids.map((externalId) => {
    const row = { externalId };
    const draft: Draft<Row> = { file: 'f', line: 1, thing: 'deal', externalId, repairs: [], row };
    return { draft, row };
  });

/** A graph that answers each row by itself, and keeps what it was sent. */
function graphThat(answer: (id: string, call: number) => Partial<RowOutcome>) {
  const calls: string[][] = [];
  return {
    calls,
    async ask<T>(_document: string, variables: object = {}): Promise<T> {
      const { rows } = (variables as { input: { rows: Row[] } }).input;
      calls.push(rows.map(({ externalId }) => externalId));
      const outcomes = rows.map(({ externalId }) => ({ externalId, ...answer(externalId, calls.length) }));
      return { result: { rows: outcomes } } as T;
    },
  };
}
const recorded = { status: 'RECORDED', id: 'here', code: null, problem: null } as const;
const unknown = { status: 'REFUSED', id: null, code: 'NOT_FOUND', problem: 'no account' } as const;

async function outcomes(graph: ReturnType<typeof graphThat>, ids: string[], over: Partial<SenderSettings> = {}) {
  const told: [string, string, string | null][] = [];
  await send(graph, 'recordPastDeals', jobs(...ids), { ...settings, ...over }, ({ externalId }, { status, problem }) =>
    told.push([externalId, status, problem]),
  );
  return told;
}

describe('sending rows', () => {
  it('tells what became of each, call by call', async () => {
    const graph = graphThat(() => recorded);
    expect((await outcomes(graph, ['a', 'b', 'c', 'd', 'e'])).map(([id]) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(graph.calls).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  });

  it('sends again what refers to something that is on its way, and nothing else', async () => {
    const graph = graphThat((id, call) => (id === 'late' && call < 3 ? unknown : recorded));
    expect(await outcomes(graph, ['a', 'late'], { patienceMs: 10_000 })).toEqual([
      ['a', 'RECORDED', null],
      ['late', 'RECORDED', null],
    ]);
    expect(graph.calls).toEqual([['a', 'late'], ['late'], ['late']]);
  });

  it('gives up on it in the end, and says why', async () => {
    expect(
      await outcomes(
        graphThat((id) => (id === 'never' ? unknown : recorded)),
        ['never', 'a'],
      ),
    ).toEqual([
      ['a', 'RECORDED', null],
      ['never', 'REFUSED', 'no account'],
    ]);
  });

  it('keeps waiting while rows come through', async () => {
    const ids = ['a', 'b', 'c'];
    const graph = graphThat((id, call) => (call > ids.indexOf(id) + 1 ? recorded : unknown));
    expect((await outcomes(graph, ids, { patienceMs: 900 })).map(([, status]) => status)).toEqual(
      Array(3).fill('RECORDED'),
    );
  });

  it.each(['BAD_USER_INPUT', 'INTERNAL'])('lets one row that ends a call as %s end only itself', async (code) => {
    const graph = graphThat((id) => {
      if (id === 'bad') throw new GraphRefused(`${code} of the row`, [code]);
      return recorded;
    });
    expect(await outcomes(graph, ['a', 'b', 'bad', 'c'])).toEqual([
      ['a', 'RECORDED', null],
      ['b', 'RECORDED', null],
      ['bad', 'REFUSED', `${code} of the row`],
      ['c', 'RECORDED', null],
    ]);
  });

  it('stops at what is no row’s fault', async () => {
    const graph = graphThat(() => {
      throw new GraphRefused('FORBIDDEN', ['FORBIDDEN']);
    });
    await expect(outcomes(graph, ['a', 'b'])).rejects.toThrow('FORBIDDEN');
    expect(graph.calls).toHaveLength(1);
  });

  it('sends no more calls when it is stopped', async () => {
    const graph = graphThat(() => recorded);
    const told = await outcomes(graph, ['a', 'b', 'c', 'd', 'e', 'f'], { stopped: () => graph.calls.length > 0 });
    expect(told).toHaveLength(4);
  });

  it('cuts calls by rows and by bytes, and leaves none out', () => {
    const all = jobs('a', 'b', 'c', 'x'.repeat(500), 'd');
    const ids = (limits: { rows: number; bytes: number }) =>
      inCalls(all, limits).map((call) => call.map(({ row }) => row.externalId.slice(0, 1)).join(''));
    expect(ids({ rows: 2, bytes: 10_000 })).toEqual(['ab', 'cx', 'd']);
    expect(ids({ rows: 100, bytes: 300 })).toEqual(['abc', 'x', 'd']);
  });
});
