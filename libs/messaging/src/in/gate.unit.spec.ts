import { Gate } from './gate';

const pause = (ms = 2) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the gate of a process', () => {
  it('lets many in together', async () => {
    const gate = new Gate();
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await pause();
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => gate.together(work)));
    expect(most).toBe(5);
  });

  it('lets one in alone: nobody is inside then, and it need not wait for those who come later', async () => {
    const gate = new Gate();
    let inside = 0;
    const events: string[] = [];
    const together = (name: string) =>
      gate.together(async () => {
        inside++;
        await pause();
        inside--;
        events.push(name);
      });
    const alone = (name: string) =>
      gate.alone(async () => {
        expect(inside++).toBe(0);
        await pause();
        expect(--inside).toBe(0);
        events.push(name);
      });
    await Promise.all([together('before'), alone('alone 1'), together('after'), alone('alone 2'), together('after')]);
    expect(events.slice(0, 3)).toEqual(['before', 'alone 1', 'alone 2']);
    expect(events).toHaveLength(5);
  });

  it('opens again after an error, inside or alone', async () => {
    const gate = new Gate();
    await expect(gate.together(() => Promise.reject(new Error('one')))).rejects.toThrow('one');
    await expect(gate.alone(() => Promise.reject(new Error('two')))).rejects.toThrow('two');
    expect(await gate.together(async () => 'in')).toBe('in');
  });
});
