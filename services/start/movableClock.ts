import { type Clock } from '#shared/kit/clock';

/** A clock that can be set: time goes on from there as usual. */
export type MovableClock = {
  readonly now: Clock;
  moveTo(at: Date): void;
  /** Shows the real time again. */
  letGo(): void;
};

/**
 * For the demo's first start, which lives through last evening before anybody can look.
 * @param real the time that it goes on from, and comes back to
 */
export function movableClock(real: Clock): MovableClock {
  let ahead = 0;
  const now = () => new Date(real().getTime() + ahead);
  return {
    now: Object.assign(now, real.onMove && { onMove: real.onMove }),
    moveTo(at) {
      ahead = at.getTime() - real().getTime();
    },
    letGo() {
      ahead = 0;
    },
  };
}
