/** Lets only so many be at work at once: `null` at once for who comes when all places are taken, instead of a queue that nobody sees. */
export function fewAtOnce(most: number): <R>(work: () => Promise<R>) => Promise<R | null> {
  let underWay = 0;
  return async (work) => {
    if (underWay >= most) return null;
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
}
