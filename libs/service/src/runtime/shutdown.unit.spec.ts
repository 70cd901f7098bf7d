import type { Logger } from '../telemetry/log';
import { onTermination } from './shutdown';

const events = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'] as const;

describe('the end of a process', () => {
  const log = { info: jest.fn(), error: jest.fn(), fatal: jest.fn() };
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    for (const event of events) process.removeAllListeners(event);
    jest.clearAllMocks();
  });

  const toEnd = (delayMs?: number, stop = async () => undefined) => {
    const stopped = jest.fn(stop);
    const stopping = onTermination(log as unknown as Logger, stopped, delayMs);
    return { stopped, stopping };
  };
  const forever = () => new Promise<undefined>(() => undefined);

  it('begins at once where nothing is said of a delay', async () => {
    const { stopped, stopping } = toEnd();
    expect(stopping()).toBe(false);
    process.emit('SIGTERM');
    expect(stopping()).toBe(true);
    expect(stopped).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(0);
    expect(exit).toHaveBeenCalledWith(0);
  });

  it('is told at once, and stops after the delay, once', async () => {
    const { stopped, stopping } = toEnd(5_000);
    process.emit('SIGTERM');
    expect(stopping()).toBe(true);
    process.emit('SIGINT');
    await jest.advanceTimersByTimeAsync(4_999);
    expect(stopped).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(stopped).toHaveBeenCalledTimes(1);
    expect(log.info.mock.calls).toEqual([[{ reason: 'SIGTERM' }, 'stopping']]);
    expect(exit.mock.calls).toEqual([[0]]);
  });

  it('gives the stop 25 s, from the end of the delay on', async () => {
    toEnd(5_000, forever);
    process.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(29_999);
    expect(exit).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(exit.mock.calls).toEqual([[1]]);
    expect(log.error.mock.calls).toEqual([['stopping took too long']]);
  });

  it('waits no longer, and once, where it crashes on the way', async () => {
    const { stopped } = toEnd(5_000);
    process.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(100);
    for (const what of ['broken', 'broken again']) process.emit('uncaughtException', new Error(what));
    expect(stopped).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(stopped).toHaveBeenCalledTimes(1);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it('waits for nobody after a crash', async () => {
    const { stopped } = toEnd(5_000);
    process.emit('uncaughtException', new Error('broken'));
    expect(stopped).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(0);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s is told in the log', (signal) => {
    const { stopped } = toEnd();
    process.emit(signal);
    expect(stopped).toHaveBeenCalledTimes(1);
    expect(log.info.mock.calls).toEqual([[{ reason: signal }, 'stopping']]);
  });

  it('after a crash is told in the log, with what broke', () => {
    const err = new Error('broken');
    toEnd();
    process.emit('uncaughtException', err);
    expect(log.fatal.mock.calls).toEqual([[{ err }, 'uncaught exception']]);
    expect(log.info.mock.calls).toEqual([[{ reason: 'uncaught exception' }, 'stopping']]);
  });

  it('after a rejection that nobody hears of is one after a crash', async () => {
    const err = new Error('broken');
    const { stopped } = toEnd();
    process.emit('unhandledRejection', err, Promise.resolve());
    expect(stopped).toHaveBeenCalledTimes(1);
    expect(log.fatal.mock.calls).toEqual([[{ err }, 'unhandled rejection']]);
    expect(log.info.mock.calls).toEqual([[{ reason: 'unhandled rejection' }, 'stopping']]);
    await jest.advanceTimersByTimeAsync(0);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it('that cannot be made in order is no good end', async () => {
    const err = new Error('the pool would not close');
    toEnd(0, () => Promise.reject(err));
    process.emit('SIGTERM');
    await jest.advanceTimersByTimeAsync(0);
    expect(log.error.mock.calls).toEqual([[{ err }, 'stopping failed']]);
    expect(exit.mock.calls).toEqual([[1]]);
  });
});
