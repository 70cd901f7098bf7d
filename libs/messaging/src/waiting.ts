/** A pause that others can cut short: a kick during the pause ends it, a kick before it makes it end at once. */
export class Bell {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves when the bell rings, at once when it has rung since the last wait, and after `ms` in any case. */
  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = null;
    this.rung = false;
  }
}

/** Pauses that double from `first` to `longest` milliseconds, until `reset`. */
export class Backoff {
  private next: number;

  constructor(
    private readonly first: number,
    private readonly longest: number,
  ) {
    this.next = first;
  }

  pause(): number {
    const ms = this.next;
    this.next = Math.min(this.next * 2, this.longest);
    return ms;
  }

  reset(): void {
    this.next = this.first;
  }
}
