/** A new Idempotency-Key or correlation id: 24 letters and digits. (Mini programs have no `crypto`.) */
export const newKey = (): string =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')).join('');
