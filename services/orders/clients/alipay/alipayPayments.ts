import { Refused } from '#shared/kit/domainError';
import { type Intent, type PaymentOutcome } from '../../domain/payment';
import {
  type IntentWish,
  type PaymentProvider,
  type ProviderRefund,
  type RefundRef,
} from '../paymentProvider';
import { wholeStatements } from '../statements/wholeStatements';
import { alipayGateway, type Answer, type GatewayOptions } from './gateway';
import { type Product, productIn } from './hosts';
import { yuan } from './notation';
import { type Merchant, readNotice } from './notices';
import { buyerParams, orderParams } from './orderParams';
import { alipayPayers } from './payers';
import { failureOf } from './refusals';
import { RefundAnswer, RefundQueryAnswer, requestNumber, standingOf } from './refunds';
import { fetchBill } from './statement';
import { intentOf, toIntent, Trade } from './trades';
import { z } from '#shared/contracts/zod';

export type AlipayOptions = GatewayOptions &
  Merchant & {
    /** Where shoppers come back to: `https://shop.example`. */
    readonly publicUrl: string;
    /** Where Alipay reports. */
    readonly notifyUrl: string;
  };

type AskedRefund = Omit<RefundRef, 'providerRefundId'>;

const Created = z.object({ trade_no: z.string().min(1) });
const Anything = z.object({});

/** Payments by Alipay through its SDK. Its numbers for everything are ours, so that each call may be repeated. */
export function alipayPayments(options: AlipayOptions): PaymentProvider {
  const { appId, publicUrl, notifyUrl, now, log, timeoutMs = 8_000 } = options;
  const gateway = alipayGateway(options);
  const payerBy = alipayPayers(gateway);

  const query = (intentId: string): Promise<Answer<Trade>> =>
    gateway.ask('alipay.trade.query', { out_trade_no: intentId }, Trade);

  async function find(intentId: string): Promise<Intent> {
    const answer = await query(intentId);
    if (answer.kind === 'done' && answer.facts.out_trade_no === intentId) return toIntent(answer.facts);
    // A page has no trade until somebody pays or declines there; what nobody owes has no amount.
    if (answer.kind === 'refused' && answer.meaning === 'no_trade')
      return intentOf(intentId, 0, { kind: 'waiting', pageOnly: true });
    throw new Refused('PAYMENT_UNAVAILABLE');
  }

  async function createTrade(wish: IntentWish, payer: string): Promise<Intent | undefined> {
    const params = {
      ...orderParams(wish),
      ...{ product_code: 'JSAPI_PAY', op_app_id: appId },
      ...buyerParams(payer),
    };
    const answer = await gateway.ask('alipay.trade.create', params, Created, notifyUrl);
    if (answer.kind === 'done')
      return begun(wish, {
        kind: 'waiting',
        step: { kind: 'alipay_trade_pay', tradeNo: answer.facts.trade_no },
      });
    // Refused for what it became meanwhile – paid, or closed – or for what it is.
    const standing = await find(wish.paymentId);
    return standing.outcome.kind === 'waiting' ? undefined : standing;
  }

  function openPage(wish: IntentWish, product: Exclude<Product, 'JSAPI_PAY'>): Intent {
    const { orderId, wish: asked } = wish;
    const returnUrl = publicUrl + (asked.returnPath ?? `/orders/${orderId}`);
    const params = { ...orderParams(wish), product_code: product };
    const urls = { notifyUrl, returnUrl };
    const url =
      product === 'QUICK_WAP_WAY'
        ? gateway.pageUrl('alipay.trade.wap.pay', { ...params, quit_url: returnUrl }, urls)
        : gateway.pageUrl('alipay.trade.page.pay', params, urls);
    return begun(wish, { kind: 'waiting', pageOnly: true, step: { kind: 'redirect', url } });
  }

  const askRefund = (intentId: string, number: string, fen: number) =>
    gateway.ask(
      'alipay.trade.refund',
      { out_trade_no: intentId, refund_amount: yuan(fen), out_request_no: number },
      RefundAnswer,
    );

  async function refundStanding(intentId: string, number: string, fen: number) {
    const params = { out_trade_no: intentId, out_request_no: number };
    const answer = await gateway.ask('alipay.trade.fastpay.refund.query', params, RefundQueryAnswer);
    return answer.kind === 'done' ? standingOf(answer.facts, fen) : 'none';
  }

  /** Asks for a refund, whether for the first time or not: under the same number it is the same one. */
  async function refund(ref: AskedRefund): Promise<ProviderRefund> {
    const number = requestNumber(ref);
    const answer = await askRefund(ref.intentId, number, ref.fen);
    if (answer.kind === 'done' && answer.facts.fund_change === 'Y') return told(ref, 'succeeded');
    // Not by this call: by an earlier one, later, or never.
    const standing = await refundStanding(ref.intentId, number, ref.fen);
    if (answer.kind === 'done' || standing !== 'none')
      return told(ref, standing === 'succeeded' ? 'succeeded' : 'pending');
    const { refundId, attempt } = ref;
    return { refundId, attempt, outcome: { kind: 'failed', failure: failureOf(answer.subCode) } };
  }

  return {
    name: 'alipay',
    methodsIn: (host) => (productIn(host) === undefined ? [] : ['alipay']),

    async payerOf(wish) {
      if (wish.method !== 'alipay' || productIn(wish.host) !== 'JSAPI_PAY') return undefined;
      if (wish.authCode === undefined) throw new Refused('PAYER_UNKNOWN');
      return payerBy(wish.authCode);
    },

    async begin(wish) {
      const product = wish.wish.method === 'alipay' ? productIn(wish.wish.host) : undefined;
      if (product === undefined) return undefined;
      if (product !== 'JSAPI_PAY') return openPage(wish, product);
      return wish.payer === undefined ? undefined : createTrade(wish, wish.payer);
    },

    find,

    async cancel(intentId) {
      const answer = await gateway.ask('alipay.trade.close', { out_trade_no: intentId }, Anything);
      if (answer.kind === 'done') return intentOf(intentId, 0, { kind: 'cancelled' });
      // A page makes its trade when somebody pays or declines there: until then nothing can be closed, and its time alone ends it.
      return answer.meaning === 'no_trade'
        ? intentOf(intentId, 0, { kind: 'cancelled', pageOpen: true })
        : find(intentId);
    },

    capture: (_orderId, intentId) => find(intentId),

    refund,

    async findRefund(ref) {
      const standing = await refundStanding(ref.intentId, requestNumber(ref), ref.fen);
      // Alipay does not tell one that failed from one that it never got, and wants to be asked again in both cases.
      return standing === 'none' ? refund(ref) : told(ref, standing);
    },

    async returnStray({ intentId, outcome }) {
      if (outcome.kind !== 'captured') return;
      const number = `stray_${intentId}`;
      const answer = await askRefund(intentId, number, outcome.fen);
      if (answer.kind === 'done' && answer.facts.fund_change === 'Y') return;
      if ((await refundStanding(intentId, number, outcome.fen)) === 'succeeded') return;
      // Everything was given back before, in whatever way.
      const trade = await query(intentId);
      if (trade.kind === 'done' && trade.facts.trade_status === 'TRADE_CLOSED') return;
      throw new Refused('PAYMENT_UNAVAILABLE');
    },

    readStatement: wholeStatements((day) => fetchBill({ gateway, now, log, timeoutMs }, day)),

    webhook: {
      async read({ body }) {
        const fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
        if (!gateway.isSigned(fields)) throw new Refused('WEBHOOK_REFUSED');
        return Promise.resolve(readNotice(fields, options, now()));
      },
      taken: { status: 200, contentType: 'text/plain; charset=utf-8', body: 'success' },
    },
  };
}

const begun = ({ paymentId, amountFen }: IntentWish, outcome: PaymentOutcome): Intent =>
  intentOf(paymentId, amountFen, outcome);

const told = (ref: AskedRefund, kind: 'pending' | 'succeeded'): ProviderRefund => ({
  providerRefundId: requestNumber(ref),
  refundId: ref.refundId,
  attempt: ref.attempt,
  outcome: { kind },
});
