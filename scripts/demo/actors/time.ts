import { systemClock } from '../../../shared/kit/clock';
import { sleep } from './waiting';

/** The time that the product and its people share. */
export type Time = {
  readonly now: () => Date;
  /** Resolves when it is that time, or later. */
  readonly comesTo: (at: Date) => Promise<void>;
};

/** As everybody's watch shows it. */
export const realTime: Time = {
  now: systemClock,
  comesTo: (at) => sleep(Math.max(0, at.getTime() - systemClock().getTime())),
};

/** So long after a moment. */
export const later = (moment: string | Date, ms: number): Date => new Date(new Date(moment).getTime() + ms);

export const minuteMs = 60_000;
