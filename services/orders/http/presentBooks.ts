import { cny } from '#shared/contracts/money';
import { type CycleBooks } from '#shared/contracts/orders/books';
import { type z } from '#shared/contracts/zod';
import { type getCycleBooks } from '../usecases/books/getCycleBooks';

export const presentBooks = (
  books: Awaited<ReturnType<typeof getCycleBooks>>,
): z.input<typeof CycleBooks> => ({
  cycleId: books.cycleId,
  cityId: books.cityId,
  orders: books.orders,
  moneyAuthorised: cny(books.authorisedFen),
  moneyCaptured: cny(books.capturedFen),
  moneyRefunded: cny(books.refundedFen),
  refundsPending: cny(books.refundsPendingFen),
  moneyKept: cny(books.keptFen),
  goodsAndFees: cny(books.goodsAndFeesFen),
  commissionAccrued: cny(books.commissionFen),
  checks: [...books.checks],
});
