export interface Stoppable {
  stop(): Promise<void>;
}

/** Puts a part among those to stop before it is there: who stops in the middle of its start waits for it, and stops it then. */
export async function starting<P extends Stoppable>(parts: Stoppable[], part: Promise<P>): Promise<P> {
  parts.push({
    stop: async () => {
      const started = await part.catch(() => null);
      await started?.stop();
    },
  });
  return part;
}

/** Stops what has started, the last first; what has been stopped is forgotten. */
export async function stopAll(started: Stoppable[]): Promise<void> {
  for (let part = started.pop(); part; part = started.pop()) await part.stop();
}

/** Stops one part before its turn. */
export async function stopOne(started: Stoppable[], part: Stoppable): Promise<void> {
  await part.stop();
  const place = started.indexOf(part);
  if (place >= 0) started.splice(place, 1);
}
