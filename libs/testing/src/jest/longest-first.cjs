'use strict';
const { default: Sequencer } = require('@jest/test-sequencer');

/** How much of the house a spec starts, by its name: several processes, one service, or nothing. */
const levels = ['.e2e.spec.ts', '.int.spec.ts', '.unit.spec.ts'];
const levelOf = (path) => levels.findIndex((level) => path.endsWith(level));

/**
 * The longest specs first, so that at the end both cores have work. Jest knows how long a spec takes once it has run here; in a fresh clone it goes by
 * the size of the file, and the longest of all are short files that start whole houses: there the level comes first.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const known = tests.some((test) => Object.keys(this._getCache(test)).length > 0);
    return known ? sorted : sorted.sort((one, other) => levelOf(one.path) - levelOf(other.path));
  }
};
