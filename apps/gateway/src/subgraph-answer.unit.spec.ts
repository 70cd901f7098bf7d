import { answerOf, NoAnswer } from './subgraph-answer';

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
    expect(answerOf('{"errors":["no",null,{"message":1,"path":"a","extensions":[]}]}').errors).toEqual(
      Array.from({ length: 3 }, () => ({ message: 'an error without a message' })),
    );
  });

  it.each([
    ['a page', '<html>502 Bad Gateway</html>'],
    ['nothing', ''],
    ['a list', '[{"data":{}}]'],
    ['half an answer', '{"data":{"a":'],
    ['JSON that is no GraphQL', '{"status":"UP"}'],
    ['no data and no errors', '{"data":null,"errors":[]}'],
    ['data that is a text', '{"data":"hunter2"}'],
  ])('is none when it is %s; what it was is not repeated', (_, text) => {
    const read = () => answerOf(text);
    expect(read).toThrow(NoAnswer);
    expect(read).toThrow('it did not answer in GraphQL');
    expect(read).not.toThrow('hunter2');
  });
});
