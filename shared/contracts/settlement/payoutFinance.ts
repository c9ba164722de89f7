import { Instant, page, pageQuery, Text } from '../common';
import { endpoint } from '../endpoint';
import { AccountId, OrderId, PayoutFileId, PayoutHoldId, PayoutId } from '../ids';
import { MinorUnits, Money } from '../money';
import { z } from '../zod';
import { PayeeToReview, PayeeView, PayoutFileView, PayoutHoldView, PayoutView } from './payoutViews';

const payout = z.strictObject({ payoutId: PayoutId });
const file = z.strictObject({ fileId: PayoutFileId });
const payee = z.strictObject({ accountId: AccountId });

/** What operators do for leaders' payouts. */
export const payoutFinanceApi = {
  listPayouts: endpoint({
    id: 'settlement.listPayouts',
    service: 'settlement',
    method: 'get',
    path: '/finance/payouts',
    access: ['operator'],
    summary:
      'Payouts of all leaders by what they wait for, oldest first: to be approved, returned (and to be approved again), to be sent, on their way; or those of one file.',
    query: z.strictObject({
      waitingFor: z.enum(['approval', 'second_approval', 'sending', 'arrival']).optional(),
      fileId: PayoutFileId.optional(),
      ...pageQuery,
    }),
    reply: page(PayoutView),
  }),
  approvePayouts: endpoint({
    id: 'settlement.approvePayouts',
    service: 'settlement',
    method: 'post',
    path: '/finance/payouts/approve',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Says that payouts may go, each with the amount that was looked at. Who is paid cannot approve; who approved is kept.',
    body: z.strictObject({
      payouts: z
        .array(z.strictObject({ payoutId: PayoutId, amount: Money }))
        .min(1)
        .max(100),
    }),
    reply: z.object({ payouts: z.array(PayoutView) }),
    status: 200,
    errors: ['NOT_FOUND', 'PAYOUT_IS_OWN', 'CHANGED_MEANWHILE', 'PAYOUT_ACTION_NOT_ALLOWED'],
    idempotency: 'natural',
  }),
  returnPayout: endpoint({
    id: 'settlement.returnPayout',
    service: 'settlement',
    method: 'post',
    path: '/finance/payouts/:payoutId/return',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Says that the bank returned the money of a payout, and why. It is due again, to be approved again.',
    params: payout,
    body: z.strictObject({ reason: Text(200) }),
    reply: PayoutView,
    status: 200,
    errors: ['NOT_FOUND', 'PAYOUT_ACTION_NOT_ALLOWED'],
    idempotency: 'stored',
  }),
  listPayees: endpoint({
    id: 'settlement.listPayees',
    service: 'settlement',
    method: 'get',
    path: '/finance/payees',
    access: ['operator'],
    summary: 'Where leaders want to be paid and nobody has verified it, oldest first.',
    query: z.strictObject(pageQuery),
    reply: page(PayeeToReview),
  }),
  reviewPayee: endpoint({
    id: 'settlement.reviewPayee',
    service: 'settlement',
    method: 'post',
    path: '/finance/payees/:accountId/review',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Verifies where a leader is paid, or says why not. Nobody verifies their own.',
    params: payee,
    body: z.strictObject({
      /** As it was looked at. */
      version: z.int().min(1),
      verified: z.boolean(),
      /** Needed when it is not verified. */
      reason: Text(200).optional(),
    }),
    reply: PayeeView,
    status: 200,
    errors: ['NOT_FOUND', 'PAYOUT_IS_OWN', 'CHANGED_MEANWHILE'],
    idempotency: 'natural',
  }),
  listPayoutHolds: endpoint({
    id: 'settlement.listPayoutHolds',
    service: 'settlement',
    method: 'get',
    path: '/finance/payout-holds',
    access: ['operator'],
    summary: 'What is kept back of leaders’ commission, newest first; also what was released or ran out.',
    query: z.strictObject({ accountId: AccountId.optional(), ...pageQuery }),
    reply: page(PayoutHoldView),
  }),
  placePayoutHold: endpoint({
    id: 'settlement.placePayoutHold',
    service: 'settlement',
    method: 'post',
    path: '/finance/payout-holds',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Keeps back what is disputed of a leader’s commission, until a day. The leader reads why and until when.',
    body: z.strictObject({
      accountId: AccountId,
      amount: Money.extend({ amount: MinorUnits.min(1) }),
      reason: Text(200),
      orderId: OrderId.optional(),
      /** At most 90 days from now. */
      until: Instant,
    }),
    reply: PayoutHoldView,
    status: 201,
    errors: ['NOT_FOUND', 'HOLD_END_NOT_ALLOWED'],
    idempotency: 'required',
  }),
  releasePayoutHold: endpoint({
    id: 'settlement.releasePayoutHold',
    service: 'settlement',
    method: 'post',
    path: '/finance/payout-holds/:holdId/release',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Ends a hold before its day.',
    params: z.strictObject({ holdId: PayoutHoldId }),
    reply: PayoutHoldView,
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  listPayoutFiles: endpoint({
    id: 'settlement.listPayoutFiles',
    service: 'settlement',
    method: 'get',
    path: '/finance/payout-files',
    access: ['operator'],
    summary: 'The files for the bank, newest first.',
    query: z.strictObject(pageQuery),
    reply: page(PayoutFileView),
  }),
  makePayoutFile: endpoint({
    id: 'settlement.makePayoutFile',
    service: 'settlement',
    method: 'post',
    path: '/finance/payout-files',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Puts the approved payouts to bank cards that can go now into a numbered file, oldest first, 200 at the most. Each payout is in one file only.',
    reply: PayoutFileView,
    status: 201,
    errors: ['NOTHING_TO_PAY_OUT'],
    idempotency: 'required',
  }),
  getPayoutFile: endpoint({
    id: 'settlement.getPayoutFile',
    service: 'settlement',
    method: 'get',
    path: '/finance/payout-files/:fileId',
    access: ['operator'],
    summary: 'One file for the bank, and how far its payouts are.',
    params: file,
    reply: PayoutFileView,
    errors: ['NOT_FOUND'],
  }),
  fetchPayoutFile: endpoint({
    id: 'settlement.fetchPayoutFile',
    service: 'settlement',
    method: 'post',
    path: '/finance/payout-files/:fileId/fetch',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'The file as CSV, with the whole numbers of the cards. Each time is counted; from the second time on its name says that it is a copy.',
    params: file,
    reply: z.object({ fileName: z.string(), csv: z.string(), fetched: z.int() }),
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  markPayoutFile: endpoint({
    id: 'settlement.markPayoutFile',
    service: 'settlement',
    method: 'post',
    path: '/finance/payout-files/:fileId/mark',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Says that the bank took the file, or that it paid all that it did not return.',
    params: file,
    body: z.strictObject({ as: z.enum(['sent', 'paid']) }),
    reply: PayoutFileView,
    status: 200,
    errors: ['NOT_FOUND'],
    idempotency: 'natural',
  }),
  answerPayoutFile: endpoint({
    id: 'settlement.answerPayoutFile',
    service: 'settlement',
    method: 'post',
    path: '/finance/payout-files/:fileId/answer',
    access: ['operator'],
    rights: 'fresh',
    summary:
      'Takes the bank’s answer: the same CSV with the columns result (paid or returned) and reason filled in. Nothing is done unless every line can be read.',
    params: file,
    body: z.strictObject({ csv: z.string().min(1).max(200_000) }),
    reply: PayoutFileView,
    status: 200,
    maxBodyBytes: 256 * 1024,
    errors: ['NOT_FOUND', 'BANK_ANSWER_UNREADABLE'],
    idempotency: 'natural',
  }),
};
