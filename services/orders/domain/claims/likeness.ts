/** Two photos whose fingerprints differ in no more of their 64 bits look almost the same. */
export const mostDifferences = 6;

/** Four parts of a fingerprint: two that differ in at most three bits share one of them, so that an index finds them. */
export const bandsOf = (fingerprint: string): string[] =>
  [0, 1, 2, 3].map((at) => `${at}:${fingerprint.slice(at * 4, at * 4 + 4)}`);

/** In how many of 64 bits two fingerprints differ. */
export function differences(a: string, b: string): number {
  let unlike = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; unlike > 0n; unlike &= unlike - 1n) count += 1;
  return count;
}
