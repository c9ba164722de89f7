/** The tax, in fen, that an amount of `grossFen` (0 or more) includes: rounded down, so that nobody is billed more than there is. */
export const taxIncluded = (grossFen: number, basisPoints: number): number =>
  Math.floor((grossFen * basisPoints) / (10_000 + basisPoints));

/**
 * The tax that goes back with a refund, in fen: by how much the tax of what stays is less. So the refunds of a line, however it is
 * divided, give back exactly its tax once nothing of it stays.
 * @param keptFen what was kept of the line before this refund.
 */
export const taxReturned = (keptFen: number, refundFen: number, basisPoints: number): number =>
  taxIncluded(keptFen, basisPoints) - taxIncluded(keptFen - refundFen, basisPoints);
