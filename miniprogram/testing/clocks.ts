/** Clocks of cities, as the services tell them. */
export const hangzhou = [{ from: '2025-01-01T00:00:00.000Z', minutes: 480 }];
export const berlin = [
  { from: '2025-01-01T00:00:00.000Z', minutes: 60 },
  { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
  { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
];
