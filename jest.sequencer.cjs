const Sequencer = require('@jest/test-sequencer').default;

/** The tests that take minutes, the longest first. */
const long = [
  'tests/browser/pages',
  'tests/platforms',
  'tests/browser/journeys',
  'tests/journeys/spreadOut',
  'tests/faults/',
  'orders/crashes',
];
const rank = ({ path }) => {
  const at = long.findIndex((part) => path.includes(part));
  return at < 0 ? long.length : at;
};

/** What takes longest begins first: at the end both processors have something to do. A fresh clone remembers no times. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
