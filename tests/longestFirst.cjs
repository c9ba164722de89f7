const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take half a minute or more on two processors, the longest first. */
const long = [
  'tests/browser/pages.test.ts',
  'tests/platforms.test.ts',
  'tests/browser/journeys.test.ts',
  'services/orders/claimsCrashes.test.ts',
  'services/orders/crashes.test.ts',
  'tests/start.test.ts',
  'services/orders/payingByAlipayCrashes.test.ts',
  'services/orders/payingByWechatPayCrashes.test.ts',
  'tests/security/contracts.test.ts',
  'tests/journeys/spreadOut.test.ts',
  'tests/journeys/somethingAway.test.ts',
  'tests/faults/kill.test.ts',
  // Not beside the journeys: two windows full of people at once are more than two processors draw in time.
  'tests/browser/troubles.test.ts',
  'tests/weapp/weapp.test.ts',
  'services/catalog/usecases/stock/stock.faults.test.ts',
  'tests/browser/site.test.ts',
  'tests/build.test.ts',
  'tests/faults/hotOffer.test.ts',
  'tests/backup.test.ts',
].map((path) => join(__dirname, '..', path));

const gone = long.filter((path) => !existsSync(path));
if (gone.length > 0) throw new Error(`No such test any more: ${gone.join(', ')}`);

/**
 * Begins with the longest files. On a machine that has run none of them yet jest goes by the size of a file, and a short file may hold a
 * long journey: begun last it would run alone, beside an idle processor.
 */
class LongestFirst extends Sequencer {
  /** @param {readonly { readonly path: string }[]} tests */
  sort(tests) {
    const rank = ({ path }) => {
      const at = long.indexOf(path);
      return at === -1 ? long.length : at;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}

module.exports = LongestFirst;
