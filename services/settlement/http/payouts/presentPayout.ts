import { cny } from '#shared/contracts/money';
import { type PayoutStep, type PayoutView } from '#shared/contracts/settlement/payoutViews';
import { type z } from '#shared/contracts/zod';
import { type PayeeDetails, tailOf } from '../../domain/payouts/payee';
import {
  type Approval,
  type FailedTry,
  type PaidTry,
  type Payout,
  type Try,
} from '../../domain/payouts/payout';
import { type PayoutWithPayee } from '../../usecases/payouts/listPayouts';

type Step = z.input<typeof PayoutStep>;

/** As its leader sees it: not who approved it. */
export const presentOwnPayout = (payout: Payout): PayoutView => present(payout, undefined);

/** As operators see it: who approved it, and where it would go now. */
export function presentPayout({ payout, payee }: PayoutWithPayee): PayoutView {
  const approval = approvalOf(payout);
  return { ...present(payout, payee?.details), ...(approval ? { approvedBy: approval.by } : {}) };
}

const approvalOf = (payout: Payout): Approval | undefined =>
  payout.current?.approval ?? ('approval' in payout ? payout.approval : undefined);

function present(payout: Payout, verifiedNow: PayeeDetails | undefined): PayoutView {
  const { id, accountId, cityId, status, fen, askedBy, askedAt, current, failed } = payout;
  const to = current?.to ?? verifiedNow;
  const last = failed.at(-1);
  return {
    payoutId: id,
    ...{ accountId, cityId, status, askedBy },
    amount: cny(fen),
    askedAt: askedAt.toISOString(),
    approved: approvalOf(payout) !== undefined,
    begun: current !== undefined,
    ...(status === 'due' && last ? { returnedBecause: last.reason } : {}),
    ...(to ? { to: presentTo(to) } : {}),
    ...(current?.fileId === undefined ? {} : { fileId: current.fileId }),
    steps: stepsOf(payout),
  };
}

const presentTo = (details: PayeeDetails) => ({
  holder: details.holder,
  ...(details.kind === 'bank_card' ? { bank: details.bank } : {}),
  tail: tailOf(details),
});

function stepsOf(payout: Payout): Step[] {
  const { askedAt, failed, current, fen } = payout;
  const asked = failed[0]?.fen ?? fen;
  const waiting = payout.status === 'due' && !current ? payout.approval : undefined;
  return [
    step('asked', askedAt, asked),
    ...failed.flatMap(stepsOfTry),
    ...(current ? stepsOfTry(current) : []),
    ...(waiting ? [step('approved', waiting.at, fen)] : []),
  ];
}

function stepsOfTry(one: Try & Partial<Pick<PaidTry & FailedTry, Happened>>): Step[] {
  const { approval, fen, sentAt, paidAt, returnedAt, reason } = one;
  const steps = [step('approved', approval.at, fen)];
  if (sentAt) steps.push(step('sent', sentAt, fen));
  if (paidAt) steps.push(step('paid', paidAt, fen));
  if (returnedAt) steps.push({ ...step('returned', returnedAt, fen), ...(reason ? { reason } : {}) });
  return steps;
}

type Happened = 'sentAt' | 'paidAt' | 'returnedAt' | 'reason';

const step = (kind: Step['kind'], at: Date, fen: number): Step => ({
  kind,
  at: at.toISOString(),
  amount: cny(fen),
});
