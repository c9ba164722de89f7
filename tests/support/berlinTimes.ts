/** Days and times of day in Berlin, and the instants that the services and the app both must take them for. */
export const berlinTimes = [
  ['before summer time', '2026-03-28', '23:00', '2026-03-28T22:00:00.000Z'],
  ['a time that is skipped', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['in summer time', '2026-03-29', '23:00', '2026-03-29T21:00:00.000Z'],
  ['a time that comes twice', '2026-10-25', '02:30', '2026-10-25T01:30:00.000Z'],
  ['after summer time', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
] as const;
