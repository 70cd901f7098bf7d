import { Backoff, Bell } from './waiting';

describe('a pause that others can cut short', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const ended = async (pause: Promise<void>): Promise<boolean> => {
    let over = false;
    void pause.then(() => (over = true));
    await jest.advanceTimersByTimeAsync(0);
    return over;
  };

  it('lasts as long as it was told, and not a moment less', async () => {
    const pause = new Bell().wait(100);
    await jest.advanceTimersByTimeAsync(99);
    expect(await ended(pause)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ended(pause)).toBe(true);
  });

  it('ends with the bell, and leaves no timer behind', async () => {
    const bell = new Bell();
    const pause = bell.wait(100);
    bell.ring();
    expect(await ended(pause)).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends at once when the bell has rung before it, but only once', async () => {
    const bell = new Bell();
    bell.ring();
    expect(await ended(bell.wait(100))).toBe(true);
    expect(await ended(bell.wait(100))).toBe(false);
  });

  it('has heard the bell that ended it: the next pause is a whole one', async () => {
    const bell = new Bell();
    const first = bell.wait(100);
    bell.ring();
    await first;
    expect(await ended(bell.wait(100))).toBe(false);
  });
});

describe('pauses after failures', () => {
  it('double up to the longest, and begin anew after a success', () => {
    const backoff = new Backoff(100, 350);
    expect([backoff.pause(), backoff.pause(), backoff.pause(), backoff.pause()]).toEqual([100, 200, 350, 350]);
    backoff.reset();
    expect([backoff.pause(), backoff.pause()]).toEqual([100, 200]);
  });
});
