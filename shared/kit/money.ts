import { cny, type Money } from '../contracts/money';

export { cny, type Money };

/**
 * `numerator / denominator` rounded to the nearest integer, halves away from zero ("commercial rounding", DIN 1333); integers in,
 * integer out, exact up to 2^53 in the product.
 */
export function divideRounded(numerator: number, denominator: number): number {
  const sign = Math.sign(numerator) * Math.sign(denominator);
  const [n, d] = [Math.abs(numerator), Math.abs(denominator)];
  const whole = Math.floor(n / d);
  return sign * (2 * (n - whole * d) >= d ? whole + 1 : whole);
}

/** Fen for `grams` at a price per 500 g: commercial rounding to the fen. */
export const priceOfWeight = (fenPer500Grams: number, grams: number): number =>
  divideRounded(fenPer500Grams * grams, 500);

/** Fen that `basisPoints` (1/10,000) of `fen` are. */
export const basisPointsOf = (fen: number, basisPoints: number): number =>
  divideRounded(fen * basisPoints, 10_000);

/**
 * Spreads `total` over shares in proportion to `weights`, so that the shares sum exactly to `total` (largest remainder method,
 * Hamilton); ties go to the earlier share. All weights zero: everything to the first.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let missing = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}
