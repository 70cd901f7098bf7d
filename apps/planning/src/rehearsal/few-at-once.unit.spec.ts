import { fewAtOnce } from './few-at-once';

describe('few at once', () => {
  it('sends away who comes when all places are taken, and frees a place however the work ends', async () => {
    const take = fewAtOnce(2);
    const ends: { done: (value: string) => void; fail: (reason: Error) => void }[] = [];
    const begin = () => take(() => new Promise<string>((done, fail) => ends.push({ done, fail })));
    const [first, second] = [begin(), begin()];
    expect(await begin()).toBeNull();
    ends[0]?.fail(new Error('broke'));
    await expect(first).rejects.toThrow('broke');
    const third = begin();
    expect(await begin()).toBeNull();
    ends[1]?.done('second');
    ends[2]?.done('third');
    expect(await Promise.all([second, third])).toEqual(['second', 'third']);
    expect(await take(async () => 'fourth')).toBe('fourth');
  });
});
