import { answerOf, NoAnswer, SubgraphUnavailable, tooBig, tooSlow, unreachable } from './subgraph-answer';

function failureOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

describe("a subgraph's answer", () => {
  it('is its data and its errors', () => {
    expect(answerOf('{"data":{"a":1}}')).toEqual({ data: { a: 1 } });
    expect(answerOf('{"data":null,"errors":[{"message":"no"}]}')).toEqual({ data: null, errors: [{ message: 'no' }] });
  });

  it('keeps message, path and code of an error, and nothing else', () => {
    const error = {
      message: 'Only FINANCE may see this.',
      path: ['_entities', 0, 'sum'],
      locations: [{ line: 1, column: 2 }],
      extensions: { code: 'FORBIDDEN', stacktrace: ['at db.internal'], connection: 'postgres://app:hunter2@db' },
      sql: 'select',
    };
    expect(answerOf(JSON.stringify({ errors: [error] }))).toEqual({
      errors: [{ message: error.message, path: error.path, extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('is readable with errors of any form', () => {
    expect(
      answerOf('{"errors":["no",null,{"message":1,"path":"a","extensions":[]},{"path":["a",null]}]}').errors,
    ).toEqual(Array.from({ length: 4 }, () => ({ message: 'an error without a message' })));
  });

  it.each([
    ['a page', '<html>hunter2</html>', '20 characters that are no JSON object'],
    ['nothing', '', '0 characters that are no JSON object'],
    ['null', 'null', '4 characters that are no JSON object'],
    ['a list', '[{"data":{}}]', '13 characters that are no JSON object'],
    ['half an answer', '{"data":{"a":', '13 characters that are no JSON object'],
    ['JSON that is no GraphQL', '{"status":"UP","secret":"hunter2"}', 'JSON with the fields status, secret'],
    ['JSON without fields', '{}', 'JSON with the fields (none)'],
    ['no data and no errors', '{"data":null,"errors":[]}', 'JSON with the fields data, errors'],
    ['data that is a text', '{"data":"hunter2"}', 'JSON with the fields data'],
  ])('is none when it is %s; the log is told of what form it was, and nobody what it was', (_, text, cause) => {
    const failure = failureOf(() => answerOf(text));
    expect(failure).toBeInstanceOf(NoAnswer);
    expect(failure).toMatchObject({
      name: 'NoAnswer',
      message: 'it did not answer in GraphQL',
      why: 'it did not answer in GraphQL',
      outcome: 'garbage',
      cause,
    });
  });

  it('holds an entity, or null, for each that was asked for', () => {
    const data = { _entities: [{ id: '1' }, null] };
    expect(answerOf(JSON.stringify({ data }), 2)).toEqual({ data });
    expect(answerOf('{"data":{"_entities":[]}}', 0)).toEqual({ data: { _entities: [] } });
  });

  it.each([
    ['too few', [{}]],
    ['too many', [{}, {}, {}]],
    ['a text among them', [{}, 'hunter2']],
    ['no list', { 0: {}, 1: {}, length: 2 }],
    ['none', undefined],
  ])('is none when it has not the entities: %s; its errors are told where it has any', (_, entities) => {
    const answer = { data: { _entities: entities } };
    expect(failureOf(() => answerOf(JSON.stringify(answer), 2))).toMatchObject({
      outcome: 'garbage',
      cause: 'no list of 2 entities',
    });
    const errors = [{ message: 'no' }];
    expect(answerOf(JSON.stringify({ ...answer, errors }), 2)).toEqual({ data: null, errors });
  });

  it('that was not had says why, and keeps the cause for the log', () => {
    const cause = new Error('connect ECONNREFUSED 10.0.0.7:4003');
    expect(tooSlow(250)).toMatchObject({ why: 'it did not answer within 250 ms', outcome: 'timeout' });
    expect(tooBig(10)).toMatchObject({ why: 'its answer is larger than 10 bytes', outcome: 'garbage' });
    expect(unreachable(cause)).toMatchObject({ why: 'it cannot be reached', outcome: 'unreachable', cause });
  });

  it('is missed by the name of the service and with a code', () => {
    expect(new SubgraphUnavailable('deal', 'it cannot be reached')).toMatchObject({
      name: 'SubgraphUnavailable',
      message: 'The deal service is not available: it cannot be reached. Its fields are missing from this answer.',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    });
  });
});
