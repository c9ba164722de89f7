import { endpoint } from '../endpoint';
import { CityId, CycleId } from '../ids';
import { Money, SignedMoney } from '../money';
import { z } from '../zod';

/** The books of one cycle: every figure computed from the orders themselves, with the checks that must hold. */
export const CycleBooks = z
  .object({
    cycleId: CycleId,
    cityId: CityId,
    orders: z.record(z.string(), z.int()),
    /** Authorised or charged for orders that were paid. */
    moneyAuthorised: Money,
    moneyCaptured: Money,
    moneyRefunded: Money,
    /** Refunds decided, not yet confirmed by the payment provider. */
    refundsPending: Money,
    /** Captured less refunded. */
    moneyKept: SignedMoney,
    /** Price of what was delivered or is still to be: what `moneyKept` must be once everything is settled. */
    goodsAndFees: Money,
    /** What leaders are to have for what was collected; what they got is in the ledger. */
    commissionAccrued: Money,
    checks: z.array(z.object({ name: z.string(), holds: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'CycleBooks' });

export const booksApi = {
  getCycleBooks: endpoint({
    id: 'orders.getCycleBooks',
    service: 'orders',
    method: 'get',
    path: '/books/:cycleId',
    access: ['operator'],
    summary: 'The books of one cycle: orders, money in, money back, commission, and whether they balance.',
    params: z.strictObject({ cycleId: CycleId }),
    reply: CycleBooks,
    errors: ['NOT_FOUND'],
  }),
};
