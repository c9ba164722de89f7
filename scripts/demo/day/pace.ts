import { type CityRules } from '../../../shared/contracts/cityRules';

/** How long the parts of a day take. */
export type Pace = {
  /** From the scheduling of the cycle to its opening: its offers are put up in it. */
  readonly leadSeconds: number;
  /** From the opening of the cycle to its cutoff. */
  readonly presaleSeconds: number;
  /** So long before cutoff the last one begins to pay. */
  readonly lastMomentSeconds: number;
  /** Between two looks whether everything in flight at cutoff has come to its end. */
  readonly settleSeconds: number;
  /** Between two position reports of a courier, in ms of real time. */
  readonly driveEveryMs: number;
  /** How long the city holds stock, and waits for payments. */
  readonly rules: Pick<CityRules, 'reservationMinutes' | 'flashReservationMinutes' | 'paymentGraceMinutes'>;
};

/** A day of minutes, with the shortest times that the rules allow: whoever plays it waits for it. */
export const compressed: Pace = {
  leadSeconds: 4,
  presaleSeconds: 45,
  lastMomentSeconds: 2.5,
  settleSeconds: 0.5,
  driveEveryMs: 1_000,
  rules: { reservationMinutes: 1, flashReservationMinutes: 1, paymentGraceMinutes: 1 },
};

/** Times as in life, for a product whose clock can be moved: however slow the machine is, nobody comes too late. */
export const lifelike: Pace = {
  leadSeconds: 3_600,
  presaleSeconds: 4 * 3_600,
  lastMomentSeconds: 600,
  settleSeconds: 60,
  driveEveryMs: 300,
  rules: { reservationMinutes: 15, flashReservationMinutes: 5, paymentGraceMinutes: 5 },
};
