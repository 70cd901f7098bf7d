'use strict';

/** Loaded before a process of the distributed house: when what started it is gone without a word, it stops in order instead of staying behind. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
