const OFFSET_MS = 8 * 3_600_000;
const shifted = (at: number) => new Date(at + OFFSET_MS).toISOString();

/** Moments (milliseconds) as Chinese providers write them: in Beijing's time, which has no summer time. */
export const beijing = {
  /** `2018-06-08T10:34:56+08:00` */
  rfc3339: (at: number) => `${shifted(at).slice(0, 19)}+08:00`,
  /** `2018-06-08 10:34:56` */
  dateTime: (at: number) => shifted(at).slice(0, 19).replace('T', ' '),
  /** `2018-06-08` */
  day: (at: number) => shifted(at).slice(0, 10),
  /** `20180608103456`, or its first `length` digits. */
  digits: (at: number, length = 14) => shifted(at).replace(/\D/g, '').slice(0, length),
  /** When the day `2018-06-08` begins; not a number for a day that does not exist. */
  startOf: (day: string) => Date.parse(`${day}T00:00:00+08:00`),
};

export const DAY_MS = 86_400_000;
