import { alipayPayments, type AlipayOptions } from '../../../services/orders/clients/alipay/alipayPayments';
import { settingsOfStandIn } from '../../../services/orders/clients/alipay/standIn';
import { type IntentWish } from '../../../services/orders/clients/paymentProvider';
import { type PaymentHost } from '../../../shared/contracts/orders/paymentViews';
import { createLog } from '../../../shared/kit/log/log';
import { anIntentWish } from './anIntentWish';
import { startAlipay } from '../../../shared/sandbox/alipay/support';
import { handClock, startListener, type Received } from '../../../shared/sandbox/kit/support';

/** Alipay's client on its stand-in, with a shop that takes the notices, a clock that the test moves, and all lines that were logged. */
export async function alipayWorld() {
  const clock = handClock('2026-11-30T08:00:00Z');
  const shop = await startListener(() => ({ status: 200, text: 'success' }));
  const on = await startAlipay({ now: clock.now });
  const lines: string[] = [];
  const log = createLog({
    service: 'orders',
    level: 'warn',
    destination: { write: (line) => void lines.push(line) },
  });
  const options: AlipayOptions = {
    ...settingsOfStandIn(on.keys, on.url),
    publicUrl: new URL(shop.url).origin,
    notifyUrl: new URL('/api/webhooks/alipay', shop.url).href,
    now: clock.now,
    log,
  };
  const client = (changes: Partial<AlipayOptions> = {}) => alipayPayments({ ...options, ...changes });
  const payments = client();

  const wish = (host: PaymentHost, changes: Partial<IntentWish> = {}): IntentWish =>
    anIntentWish(clock.now(), {
      wish: { method: 'alipay', host },
      ...(host === 'alipay_mini_program' ? { payer: 'open-wang' } : {}),
      ...changes,
    });
  /** A wish that somebody paid in Alipay. */
  const paid = async (changes: Partial<IntentWish> = {}) => {
    const asked = wish('alipay_mini_program', changes);
    await payments.begin(asked);
    await on.control('POST', `/trades/${asked.paymentId}/pay`);
    return asked;
  };
  /** Sends a person to a page of Alipay's and tells where its cashier stands. */
  const visit = async (url: string): Promise<string> => {
    const answer = await fetch(url, { redirect: 'manual' });
    return (
      on.url +
      new URL(answer.headers.get('location') ?? '').pathname.replace(/^.*(?=\/cashier)/, '') +
      new URL(answer.headers.get('location') ?? '').search
    );
  };
  const press = (cashier: string, action: 'pay' | 'decline') =>
    fetch(cashier, { method: 'POST', body: new URLSearchParams({ action }), redirect: 'manual' });

  return {
    ...{ clock, on, shop, options, client, payments, wish, paid, visit, press, lines },
    fault: (kind: string, path: string, count = 1) => on.control('POST', '/faults', { kind, path, count }),
    totals: async () =>
      (await on.control('GET', '/totals')).body as {
        totals: Record<string, number>;
        counts: Record<string, number>;
      },
    close: async () => {
      await on.close();
      await shop.close();
    },
  };
}

/** A report as the webhook's route hands it in. */
export const report = ({ body }: Pick<Received, 'body'>) => ({
  body: Buffer.from(body),
  header: () => undefined,
});
