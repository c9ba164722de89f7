import { randomUUID } from 'node:crypto';
import { type Collections } from './storage/collections';
import { holdPageStore } from './storage/holdPages';
import { holdStore } from './storage/holds';
import { purchaseStore } from './storage/purchases';
import { reservationStore } from './storage/reservations';
import { returnStore } from './storage/returns';
import { createStock, type Stock } from './usecases/stock/stock';
import { type StockDeps } from './usecases/stock/stockDeps';

const defaultPlenty = 100;
const defaultHoldsKept = 100;

/** Puts the stock use cases on their collections. */
export const stockOn = (
  {
    offers,
    holdPages,
    purchases,
    reservations,
  }: Pick<Collections, 'offers' | 'holdPages' | 'purchases' | 'reservations'>,
  {
    tableFrom,
    pageSize,
    ...rest
  }: Pick<StockDeps, 'reads' | 'now' | 'nudge'> &
    Partial<Pick<StockDeps, 'plenty' | 'holdsKept'>> & {
      readonly tableFrom?: number;
      readonly pageSize?: number;
    },
): Stock => {
  const pages = holdPageStore(offers, holdPages, pageSize);
  return createStock({
    holds: holdStore(offers, pages, tableFrom),
    holdPages: pages,
    returns: returnStore(offers),
    purchases: purchaseStore(purchases),
    reservations: reservationStore(reservations),
    token: randomUUID,
    plenty: defaultPlenty,
    holdsKept: defaultHoldsKept,
    ...rest,
  });
};
