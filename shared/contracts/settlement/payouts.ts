import { page, pageQuery } from '../common';
import { endpoint } from '../endpoint';
import { PayoutId } from '../ids';
import { z } from '../zod';
import { payoutFinanceApi } from './payoutFinance';
import { PayeeDetails, PayeeView, PayoutLineView, PayoutOverview, PayoutView } from './payoutViews';

const payout = z.strictObject({ payoutId: PayoutId });

/** What leaders see and do. */
const leaders = {
  getPayoutOverview: endpoint({
    id: 'settlement.getPayoutOverview',
    service: 'settlement',
    method: 'get',
    path: '/payouts/overview',
    access: ['leader'],
    summary: 'My commission at a glance: earned, on its way, paid, held and why, and where I am paid.',
    reply: PayoutOverview,
  }),
  setPayee: endpoint({
    id: 'settlement.setPayee',
    service: 'settlement',
    method: 'put',
    path: '/payouts/payee',
    access: ['leader'],
    summary:
      'Says where I am to be paid. Changed details are verified by an operator before money goes there.',
    body: PayeeDetails,
    reply: PayeeView,
    status: 200,
    errors: ['PAYOUT_WAY_NOT_OFFERED', 'NOTHING_EARNED_YET'],
    idempotency: 'natural',
    limits: [{ per: 'account', max: 20, windowSeconds: 3600 }],
  }),
  askPayout: endpoint({
    id: 'settlement.askPayout',
    service: 'settlement',
    method: 'post',
    path: '/payouts',
    access: ['leader'],
    summary: 'Asks for all that can be withdrawn now, within the limits of the city.',
    reply: PayoutView,
    status: 201,
    errors: ['PAYEE_NOT_VERIFIED', 'PAYOUT_TOO_SMALL', 'PAYOUT_LIMIT_REACHED'],
    idempotency: 'required',
  }),
  listOwnPayouts: endpoint({
    id: 'settlement.listOwnPayouts',
    service: 'settlement',
    method: 'get',
    path: '/payouts',
    access: ['leader'],
    summary: 'My payouts, newest first.',
    query: z.strictObject(pageQuery),
    reply: page(PayoutView),
  }),
  getPayout: endpoint({
    id: 'settlement.getPayout',
    service: 'settlement',
    method: 'get',
    path: '/payouts/:payoutId',
    access: ['leader', 'operator'],
    summary: 'One payout with its steps: one of mine, or any for operators.',
    params: payout,
    reply: PayoutView,
    errors: ['NOT_FOUND'],
  }),
  listPayoutLines: endpoint({
    id: 'settlement.listPayoutLines',
    service: 'settlement',
    method: 'get',
    path: '/payouts/:payoutId/lines',
    access: ['leader', 'operator'],
    summary: 'The commission that became withdrawable for a payout, line by line, newest first.',
    params: payout,
    query: z.strictObject(pageQuery),
    reply: page(PayoutLineView),
    errors: ['NOT_FOUND'],
  }),
};

export const payoutsApi = { ...leaders, ...payoutFinanceApi };
