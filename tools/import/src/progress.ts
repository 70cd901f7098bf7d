import { Presets, SingleBar } from 'cli-progress';

/** Shows how far an import is: a bar where somebody watches, else a line now and then. */
export interface Progress {
  begin(title: string, total: number): void;
  advance(): void;
  end(): void;
}

/** One line a tenth of the way, but not for a few rows only; for logs and pipes. */
export function lines(write: (line: string) => void): Progress {
  let [title, total, done, step, next] = ['', 0, 0, 0, 0];
  return {
    begin(newTitle, newTotal) {
      step = Math.max(newTotal / 10, 100);
      [title, total, done, next] = [newTitle, newTotal, 0, step];
    },
    advance() {
      done += 1;
      if (done < next && done < total) return;
      write(`${title} ${done} of ${total}`);
      next += step;
    },
    end: () => undefined,
  };
}

export function bar(stream: NodeJS.WriteStream): Progress {
  const format = '{title} {bar} {value} of {total}, {duration_formatted}';
  let shown: SingleBar | null = null;
  return {
    begin(title, total) {
      shown = new SingleBar({ format, stream, hideCursor: true, stopOnComplete: false }, Presets.shades_classic);
      shown.start(total, 0, { title: title.padEnd(14) });
    },
    advance: () => shown?.increment(),
    end() {
      shown?.stop();
      shown = null;
    },
  };
}

/** For specs. */
export const nobodyWatches: Progress = { begin: () => undefined, advance: () => undefined, end: () => undefined };
