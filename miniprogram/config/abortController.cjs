const { AbortController: Ponyfill } = require('abortcontroller-polyfill/dist/cjs-ponyfill');

/**
 * What cancels a reading where the platform has no AbortController of its own. The ponyfill makes its event by Taro's document, whose events
 * cannot be initialised: its own `abort` throws there, and the reading that should begin anew never does.
 */
exports.AbortController = class AbortController extends Ponyfill {
  abort(reason = new Error('This operation was aborted')) {
    this.signal.reason = reason;
    this.signal.dispatchEvent({ type: 'abort', bubbles: false, cancelable: false });
  }
};
