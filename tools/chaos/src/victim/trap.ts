import { appendFileSync, readFileSync, unlinkSync } from 'node:fs';
import type { Point } from './points';

/** What an arm file says: which point kills, in which database ('-': any), and how often it is let pass before. `id` tells arms apart. */
export interface Arm {
  id: string;
  point: Point;
  database: string;
  passes: number;
}

/** What victims write down, one line of JSON each, at once: it must survive the SIGKILL behind it. */
export type Entry = { fired: string; point: Point; by: string } | { received: readonly string[]; consumer: string };

export interface Trap {
  /** Kills this process when the point is armed, and nobody else who shares the arm was first. */
  reached(point: Point, database: string): void;
  note(entry: Entry): void;
}

export function trapOf({ arm, journal, name }: { arm: string; journal: string; name: string }): Trap {
  let armed = '';
  let passed = 0;
  const note = (entry: Entry) => appendFileSync(journal, `${JSON.stringify(entry)}\n`);
  return {
    note,
    reached(point, database) {
      const wanted = armOf(arm);
      if (wanted?.point !== point || (wanted.database !== '-' && wanted.database !== database)) return;
      if (wanted.id !== armed) [armed, passed] = [wanted.id, 0];
      if (passed++ < wanted.passes || !taken(arm)) return;
      note({ fired: wanted.id, point, by: name });
      process.kill(process.pid, 'SIGKILL');
    },
  };
}

function armOf(file: string): Arm | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Arm;
  } catch {
    // Not armed, or half written: the next time it is reached will tell.
    return null;
  }
}

/** Whoever takes the file away dies of it: of several replicas exactly one. */
function taken(file: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch {
    return false;
  }
}
