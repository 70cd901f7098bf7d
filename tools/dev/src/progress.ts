/** Tells a person what is going on and how long it took: one line a step. */
export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

export function progress(write: (line: string) => void): Step {
  return async (title, work) => {
    const started = performance.now();
    const result = await work();
    write(`  ${title.padEnd(46, ' .')} ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  };
}

/** For specs, where nobody watches. */
export const silent: Step = (_title, work) => work();
