import { type StockKeeping } from '../domain/offer';

/** The part of a projection that leaves out what only stock keeping needs: whatever is added there is named here, or nothing compiles. */
export const withoutStockKeeping = {
  holds: 0,
  holdPages: 0,
  returns: 0,
  adjustments: 0,
} as const satisfies Record<StockKeeping, 0>;
