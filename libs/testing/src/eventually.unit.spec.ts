import { eventually } from './eventually';

describe('eventually', () => {
  it('gives back what the assertion returns once it holds', async () => {
    let tries = 0;
    const value = await eventually(
      () => {
        if (++tries < 3) throw new Error('not yet');
        return 'there';
      },
      { everyMs: 1 },
    );
    expect([value, tries]).toEqual(['there', 3]);
  });

  it('says the last failure, the time it waited and who asked', async () => {
    let tries = 0;
    const failing = eventually(() => Promise.reject(new Error(`try ${++tries}`)), { timeoutMs: 30, everyMs: 5 });
    const failure = await failing.catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^Not so after \d+ ms and (\d+) tries\. The last time: try \1$/) as string,
      cause: { message: `try ${tries}` },
    });
    expect(tries).toBeGreaterThan(1);
    expect((failure as Error).stack).toContain('eventually.unit.spec.ts');
  });

  it('tries once at least, and takes whatever is thrown', async () => {
    await expect(eventually(() => Promise.reject({ status: 503 }), { timeoutMs: 0 })).rejects.toThrow(
      '{ status: 503 }',
    );
  });
});
