import { type OrderMoney } from '#shared/contracts/events/orderMoney';
import {
  adjustments,
  commissionExpense,
  courierAccount,
  deliveryFees,
  leaderAccount,
  providerAccount,
  recoveries,
  revenue,
  shopperAccount,
  supplierAccount,
  taxAccount,
} from '../ledger/account';
import { type NewEntry, type Posting } from '../ledger/entry';
import { gathered } from '../ledger/sums';
import { cityDay } from '../cityDay';
import { taxIncluded } from '../documents/tax';
import { type CommissionPost, type KeptTerms, type OrderRecord, type Return } from './orderRecord';
import { taxRateOfFee, taxRateOfLine } from './taxRates';

/** Every entry that follows from what is known of an order, the same ones each time: a later record has those of an earlier one. */
export function entriesOfOrder(record: OrderRecord): NewEntry[] {
  const { money } = record;
  return [
    ...(money ? [captured(record, money), ...refundsDecided(record, money), ...charged(record, money)] : []),
    ...(money ? record.returns.flatMap((one) => returned(record, money, one)) : []),
    ...record.commission.map((post) => commissioned(record, post)),
  ].filter(({ postings }) => postings.length > 0);
}

type Refund = OrderMoney['refunds'][number];

const base = ({ orderId, cityId, cycleId, terms }: OrderRecord, at: Date) => ({
  ...{ cityId, at, day: cityDay(at, terms.timeZone) },
  about: { orderId, cycleId },
});

function captured(record: OrderRecord, money: OrderMoney): NewEntry {
  const { provider, captured: taken, capturedAt } = money.payment;
  const common = base(record, new Date(capturedAt));
  const sold = soldWith(record.terms, money, []);
  return {
    ...common,
    cause: `capture:${record.orderId}`,
    kind: 'capture',
    about: { ...common.about, provider },
    postings: balancedBy([{ account: providerAccount(provider), fen: -taken.amount }, ...sold]),
  };
}

/** A refund takes from each account what the sale would have added less without it, so that tax is right after every one of them. */
const refundsDecided = (record: OrderRecord, money: OrderMoney): NewEntry[] =>
  money.refunds.map((refund, at) => {
    const before = soldWith(record.terms, money, money.refunds.slice(0, at));
    const after = soldWith(record.terms, money, money.refunds.slice(0, at + 1));
    const common = base(record, new Date(refund.decidedAt));
    const { refundId, reason, amount } = refund;
    return {
      ...common,
      cause: `refund_decided:${refundId}`,
      kind: 'refund_decided',
      about: { ...common.about, refundId, reason, provider: money.payment.provider },
      postings: balancedBy([
        ...after,
        ...before.map(({ account, fen }) => ({ account, fen: -fen })),
        { account: shopperAccount(money.accountId), fen: amount.amount },
      ]),
    };
  });

/** Who bears a refund, decision by decision: each takes back the one before. */
const charged = (record: OrderRecord, money: OrderMoney): NewEntry[] =>
  money.refunds.flatMap(({ refundId, reason, charges = [] }) =>
    charges.map((charge, at): NewEntry => {
      const common = base(record, new Date(charge.at));
      const before = charges.slice(0, at).slice(-1);
      return {
        ...common,
        cause: `charge:${refundId}/${at}`,
        kind: 'charge',
        about: { ...common.about, refundId, reason },
        postings: gathered([
          ...postingsOf(charge),
          ...before.flatMap(postingsOf).map(({ account, fen }) => ({ account, fen: -fen })),
        ]),
      };
    }),
  );

type Charge = NonNullable<Refund['charges']>[number];

/** The platform bears what nobody else does: nothing moves. */
function postingsOf({ payer, accountId, supplierId, amount: { amount } }: Charge): Posting[] {
  const bears =
    payer === 'supplier' && supplierId !== undefined
      ? supplierAccount(supplierId)
      : payer === 'leader' && accountId !== undefined
        ? leaderAccount(accountId)
        : payer === 'courier' && accountId !== undefined
          ? courierAccount(accountId)
          : undefined;
  return bears === undefined
    ? []
    : [
        { account: bears, fen: -amount },
        { account: recoveries, fen: amount },
      ];
}

/** What goods and fee add to the accounts of the platform and of tax when `refunds` went back. */
function soldWith(terms: KeptTerms, money: OrderMoney, refunds: readonly Refund[]): Posting[] {
  const parts = refunds.flatMap(({ lines }) => lines);
  const backOf = (lineId: string) =>
    parts.reduce((sum, part) => (part.lineId === lineId ? sum + part.amount.amount : sum), 0);
  const goods = money.lines.flatMap((line) => {
    const gross = line.taken.amount - backOf(line.lineId);
    return withTax(gross, taxRateOfLine(terms, line), revenue);
  });
  const feesBack = refunds.reduce((sum, { deliveryFee }) => sum + deliveryFee.amount, 0);
  return [
    ...goods,
    ...withTax(money.deliveryFee.amount - feesBack, taxRateOfFee(terms, money), deliveryFees),
  ];
}

/** `gross` as what is left of it without the tax that it includes, and that tax, rounded down to the fen. */
function withTax(gross: number, basisPoints: number, account: Posting['account']): Posting[] {
  const tax = taxIncluded(gross, basisPoints);
  return [
    { account, fen: gross - tax },
    { account: taxAccount(basisPoints), fen: tax },
  ];
}

/** What a provider took or returned beside what the order says is not lost: it stands under adjustments. */
function balancedBy(postings: readonly Posting[]): Posting[] {
  const off = postings.reduce((sum, { fen }) => sum + fen, 0);
  return gathered([...postings, { account: adjustments, fen: -off }]);
}

function returned(record: OrderRecord, money: OrderMoney, one: Return): NewEntry[] {
  const refund = money.refunds.find(({ refundId }) => refundId === one.refundId);
  if (!refund) return [];
  const { refundId, attempt } = one;
  const { provider } = money.payment;
  const fen = refund.amount.amount;
  const [owed, lies] = [shopperAccount(money.accountId), providerAccount(provider)];
  const entry = (kind: 'refund_returned' | 'refund_bounced', at: Date, back: number): NewEntry => {
    const common = base(record, at);
    return {
      ...common,
      cause: attempt === 1 ? `${kind}:${refundId}` : `${kind}:${refundId}/${attempt}`,
      kind,
      about: { ...common.about, refundId, reason: refund.reason, provider },
      postings: gathered([
        { account: owed, fen: -back },
        { account: lies, fen: back },
      ]),
    };
  };
  return [
    entry('refund_returned', one.at, fen),
    ...(one.bouncedAt ? [entry('refund_bounced', one.bouncedAt, -fen)] : []),
  ];
}

function commissioned(record: OrderRecord, post: CommissionPost): NewEntry {
  const { lineId, sequence, at, ...commission } = post;
  const { fen, leaderAccountId } = commission;
  const common = base(record, at);
  const line = record.money?.lines.find((one) => one.lineId === lineId);
  return {
    ...common,
    cause: `commission:${record.orderId}/${lineId}/${sequence}`,
    kind: fen > 0 ? 'commission_accrual' : 'commission_reversal',
    about: { ...common.about, lineId },
    postings: gathered([
      { account: commissionExpense, fen: -fen },
      { account: leaderAccount(leaderAccountId), fen },
    ]),
    commission: { ...commission, ...(line ? { skuId: line.skuId, title: line.title } : {}) },
  };
}
