import { UnfitTopics } from '@fivepoint/messaging';
import { makeLog, onTermination, PortTaken, stopAll, type Stoppable } from '@fivepoint/service';
import { runCommand } from '../../command-line/src/command-line';
import { KafkaError } from '../../kafka/src/index';
import { ClusterError } from '../../postgres/src/index';
import { progress, type Step } from './progress';
import { type LocalSettings, localSettings } from '../../local/src/settings';

export interface Launch {
  settings: LocalSettings;
  step: Step;
  say: (line: string) => void;
  /** What has started; Ctrl-C stops it, and so does a start that fails. */
  parts: Stoppable[];
}

/** Starts a house and keeps it running until Ctrl-C; tells how long the start took. RangeError and the errors named here are told as they are. */
export function launch(env: NodeJS.ProcessEnv, start: (launch: Launch) => Promise<void>): void {
  runCommand(async () => {
    const started = performance.now();
    const settings = localSettings(env);
    const say = (line: string) => console.log(line);
    const parts: Stoppable[] = [];
    const ending = onTermination(makeLog('house', settings.logLevel), () => {
      say('\nstopping …');
      return stopAll(parts);
    });
    try {
      await start({ settings, step: progress(say), say, parts });
    } catch (error) {
      // A Ctrl-C during the start breaks it; the end is under way, and must not be cut short.
      if (ending()) return;
      await stopAll(parts);
      throw error;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`\nready in ${seconds} s; Ctrl-C stops everything, npm run reset clears the data`);
  }, [PortTaken, ClusterError, KafkaError, UnfitTopics]);
}
