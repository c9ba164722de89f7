import { z } from './zod';

/** Integer minor units (fen). 100 million yuan is far above anything sold here and far below 2^53. */
export const MinorUnits = z.int().min(0).max(10_000_000_000);
export const Currency = z.enum(['CNY']);
export type Currency = z.infer<typeof Currency>;

/** An amount that is not negative: `{ amount: 1990, currency: 'CNY' }` is ¥19.90. */
export const Money = z.strictObject({ amount: MinorUnits, currency: Currency }).meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;

/** An amount that may be negative, as in a ledger. */
export const SignedMoney = z
  .strictObject({ amount: z.int().min(-10_000_000_000).max(10_000_000_000), currency: Currency })
  .meta({ id: 'SignedMoney' });
export type SignedMoney = z.infer<typeof SignedMoney>;

/** `cny(1990)` → `{ amount: 1990, currency: 'CNY' }`; the argument is in fen, and negative only where `SignedMoney` is meant. */
export const cny = (fen: number): Money => ({ amount: fen, currency: 'CNY' });
