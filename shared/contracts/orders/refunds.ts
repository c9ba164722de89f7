import { Quantity } from '../common';
import { Payer, RefundReason } from '../events/orderFacts';
import { AccountId, LineId } from '../ids';
import { Money } from '../money';
import { z } from '../zod';

/** What goes back of an order, and whether its goods still come. */
export const RefundWish = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          lineId: LineId,
          /** Left out for goods that do not come: what they cost. */
          amount: Money.optional(),
          /** How many units do not come; left out: all that were to come. */
          units: Quantity.optional(),
        }),
      )
      .max(60)
      .default([]),
    deliveryFee: Money.optional(),
    reason: z
      .enum([
        RefundReason.enum.granted_by_operator,
        RefundReason.enum.line_cancelled,
        RefundReason.enum.recalled,
        RefundReason.enum.overdue,
        RefundReason.enum.supplier_shortage,
        RefundReason.enum.goodwill,
      ])
      .default('granted_by_operator'),
    /** Left out: goods come, unless the reason says that they do not and all that a line still costs goes back. */
    goods: z.enum(['come', 'do_not_come']).optional(),
    /** Who bears it; left out: the platform. */
    payer: Payer.optional(),
    /** Of the courier who bears it; of the leader, unless it is the one whom the order was collected from. */
    payerAccountId: AccountId.optional(),
  })
  .refine(({ lines, deliveryFee }) => lines.length > 0 || deliveryFee !== undefined, {
    error: 'name at least one line, or the delivery fee',
  })
  .refine(
    ({ lines, goods }) => goods === 'do_not_come' || lines.every(({ amount }) => amount !== undefined),
    {
      error: 'say how much goes back for goods that come',
      path: ['lines'],
    },
  )
  .refine(({ lines, goods }) => goods === 'do_not_come' || lines.every(({ units }) => units === undefined), {
    error: 'only of goods that do not come is it said how many',
    path: ['lines'],
  })
  .refine(({ lines }) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length, {
    error: 'a line may appear once',
    path: ['lines'],
  });
