import { readCommandLine, UsageAsked } from './command-line';

const usage = 'npm run bake -- [--cakes 3]';
const read = (...args: string[]) => readCommandLine(usage, { options: { cakes: { type: 'string' } } }, args);

describe('the command line', () => {
  it('is read', () => {
    expect(read('--cakes', '3').values).toEqual({ cakes: '3' });
    expect(read().values).toEqual({});
  });

  it.each([
    [['--cakse', '3'], "Unknown option '--cakse'"],
    [['3'], "Unexpected argument '3'. This command does not take positional arguments"],
    [['--cakes'], "Option '--cakes <value>' argument missing"],
  ])('is refused with the usage where a word is not known: %j', (args, wrong) => {
    expect(() => read(...args)).toThrow(new RangeError(`${wrong}\n\n${usage}`));
  });

  it('tells the usage to who asks for it, whatever else was said', () => {
    expect(() => read('--cakse', '--help')).toThrow(new UsageAsked(usage));
  });
});
