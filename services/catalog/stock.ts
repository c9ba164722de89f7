import { randomUUID } from 'node:crypto';
import { type Collections } from './storage/collections';
import { holdStore } from './storage/holds';
import { purchaseStore } from './storage/purchases';
import { reservationStore } from './storage/reservations';
import { returnStore } from './storage/returns';
import { createStock, type Stock } from './usecases/stock/stock';
import { type StockDeps } from './usecases/stock/stockDeps';

const defaultPlenty = 100;

/** Puts the stock use cases on their collections. */
export const stockOn = (
  { offers, purchases, reservations }: Pick<Collections, 'offers' | 'purchases' | 'reservations'>,
  {
    tableFrom,
    ...rest
  }: Pick<StockDeps, 'reads' | 'now' | 'nudge'> &
    Partial<Pick<StockDeps, 'plenty'>> & { readonly tableFrom?: number },
): Stock =>
  createStock({
    holds: holdStore(offers, tableFrom),
    returns: returnStore(offers),
    purchases: purchaseStore(purchases),
    reservations: reservationStore(reservations),
    token: randomUUID,
    plenty: defaultPlenty,
    ...rest,
  });
