import { type SessionId } from '../../contracts/ids';
import { type Clock } from '../clock';
import { within } from '../schedule/within';

type Ended = { readonly sessionId: SessionId; readonly endedAt: string };

/** So soon everybody knows of a session that has ended. */
const maxAgeMs = 2_000;
/** Identity being slow or away must not hold people up: what is known goes on counting. */
const patienceMs = 500;
const restMs = 10_000;
/** Longer than any access token lives: a session that ended before has none left. */
const tokensLapseMs = 11 * 60_000;
/** Clocks of identity's processes may differ by so much. */
const overlapMs = 5_000;
const maxKnown = 100_000;

/**
 * The sessions that ended while access tokens of theirs may still be out: asked for when somebody comes with a token, forgotten when
 * the last of those tokens has lapsed.
 * @returns whether a session has ended
 */
export function endedSessions(
  fetchSince: (since: Date) => Promise<readonly Ended[]>,
  now: Clock,
): (sessionId: SessionId) => Promise<boolean> {
  const endedAt = new Map<SessionId, number>();
  let since = now().getTime() - tokensLapseMs;
  let askAgainAt = 0;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    askAgainAt = now().getTime() + restMs;
    for (const one of await fetchSince(new Date(since - overlapMs))) {
      const at = Date.parse(one.endedAt);
      endedAt.set(one.sessionId, at);
      since = Math.max(since, at);
    }
    for (const [sessionId, at] of endedAt) {
      if (at >= now().getTime() - tokensLapseMs && endedAt.size <= maxKnown) break;
      endedAt.delete(sessionId);
    }
    askAgainAt = now().getTime() + maxAgeMs;
  }
  const refresh = () =>
    (asking ??= ask().finally(() => {
      asking = undefined;
    }));

  return async (sessionId) => {
    if (now().getTime() >= askAgainAt) await within(patienceMs, refresh());
    return endedAt.has(sessionId);
  };
}
