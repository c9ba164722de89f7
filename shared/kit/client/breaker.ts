import { type Transport } from './client';
import { Unreachable } from './remoteProblem';

/** So many calls in a row that nobody answered: the service is taken to be down. */
const lossesInARow = 3;
/** How often one call may look whether it is back. */
const lookEveryMs = 1_000;

/**
 * Stops asking a service that is down: after some calls in a row that got no answer, further ones are refused at once. Now and then one
 * call goes through and looks whether it is back; the others do not wait for that one, unlike with breakers that queue behind it. An
 * answer, even a refusal, closes the breaker.
 * @param clock milliseconds that only go forward.
 * @throws {Unreachable}
 */
export function breaker(transport: Transport, clock: () => number = () => performance.now()): Transport {
  let losses = 0;
  let lookAt = 0;

  return async (endpoint, call) => {
    if (losses >= lossesInARow) {
      if (clock() < lookAt) throw new Unreachable(endpoint.service, 'it did not answer a moment ago');
      lookAt = clock() + lookEveryMs;
    }
    try {
      const reply = await transport(endpoint, call);
      losses = 0;
      return reply;
    } catch (error) {
      if (!(error instanceof Unreachable)) losses = 0;
      else if ((losses += 1) === lossesInARow) lookAt = clock() + lookEveryMs;
      throw error;
    }
  };
}
