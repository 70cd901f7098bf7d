import { isPassing, isUnstorable, LostConnection } from './passing-trouble';

const withCode = (code: unknown) => Object.assign(new Error('no words'), { code });

describe('trouble that passes', () => {
  it.each(['08006', '53300', '57P01', '57P05', '40001', '40P01', '55P03', '25P03', 'ECONNRESET', 'EAI_AGAIN'])(
    'is what PostgreSQL or the network calls %s',
    (code) => {
      expect(isPassing(withCode(code))).toBe(true);
    },
  );

  it.each(['23505', '22001', '57P06', '57014', '400010', '108006', 'XECONNRESET', 'ECONNRESETX', 40_001, undefined])(
    'is not %s',
    (code) => {
      expect(isPassing(withCode(code))).toBe(false);
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('is what the driver says in words only: %s', (words) => {
    expect(isPassing(new Error(words))).toBe(true);
  });

  it('is found under what wraps it, however deep, and in no value that is no error', () => {
    const wrapped = Object.assign(new Error('query failed'), { driverError: withCode('40P01') });
    expect(isPassing(wrapped)).toBe(true);
    expect(isPassing(new Error('outer', { cause: new Error('inner', { cause: wrapped }) }))).toBe(true);
    expect(isPassing(new Error('a bug'))).toBe(false);
    expect(isPassing({ code: '40P01', message: 'Connection terminated' })).toBe(false);
    expect(isPassing(undefined)).toBe(false);
  });

  it('is a connection that was lost between two statements, whatever else broke', () => {
    const cause = new Error('a bug');
    expect(isPassing(new LostConnection(cause))).toBe(true);
    expect(new LostConnection(cause)).toMatchObject({
      name: 'LostConnection',
      message: 'the connection to the database was lost',
      cause,
    });
  });
});

describe('a value that can be stored in no way', () => {
  it.each(['22021', '54000', '23502'])('is what PostgreSQL refuses with %s', (code) => {
    expect(isUnstorable(withCode(code))).toBe(true);
  });

  it('is nested deeper than can be written', () => {
    expect(isUnstorable(new RangeError('Maximum call stack size exceeded'))).toBe(true);
  });

  it.each(['08006', '122021', '220210', 22021, undefined])('is not one that PostgreSQL refuses with %s', (code) => {
    expect(isUnstorable(withCode(code))).toBe(false);
  });

  it('is not what is no error', () => {
    expect(isUnstorable({ code: '22021' })).toBe(false);
    expect(isUnstorable(undefined)).toBe(false);
  });
});
