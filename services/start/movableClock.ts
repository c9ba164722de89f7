import { type Clock, systemClock } from '#shared/kit/clock';

/** A clock that can be set: time goes on from there as usual. */
export type MovableClock = {
  readonly now: Clock;
  moveTo(at: Date): void;
  /** Shows the real time again. */
  letGo(): void;
};

/** For the demo's first start, which lives through last evening before anybody can look. */
export function movableClock(real: Clock = systemClock): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(real().getTime() + ahead),
    moveTo(at) {
      ahead = at.getTime() - real().getTime();
    },
    letGo() {
      ahead = 0;
    },
  };
}
