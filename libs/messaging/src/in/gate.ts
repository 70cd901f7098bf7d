/**
 * Lets many handlers run together, or one alone. A suspect of killing the process runs alone, so that a death while it runs is its own:
 * in embedded mode five services share one process, and therefore one gate.
 */
export class Gate {
  private inside = 0;
  private closed = false;
  private wantedAlone = 0;
  private waiting: (() => void)[] = [];

  async together<T>(work: () => Promise<T>): Promise<T> {
    while (this.closed || this.wantedAlone > 0) await this.change();
    this.inside++;
    try {
      return await work();
    } finally {
      this.inside--;
      this.changed();
    }
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.wantedAlone++;
    while (this.closed || this.inside > 0) await this.change();
    this.wantedAlone--;
    this.closed = true;
    try {
      return await work();
    } finally {
      this.closed = false;
      this.changed();
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private changed(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}

export const processGate = new Gate();
