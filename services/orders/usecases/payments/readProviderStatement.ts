import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { Refused } from '#shared/kit/domainError';
import { type StatementPage } from '../../clients/paymentProvider';
import { boundsOf } from '../../clients/statements/day';
import { type OrdersDeps } from '../deps';

type Wish = {
  readonly provider: PaymentProviderName;
  readonly day: string;
  readonly cursor?: string | undefined;
};

/**
 * One page of what a provider's own statement says about a day. Nothing is kept here.
 * @throws {Refused} STATEMENT_DAY_NOT_OVER, PAYMENT_UNAVAILABLE
 */
export async function readProviderStatement(
  { payments, now }: Pick<OrdersDeps, 'payments' | 'now'>,
  { provider, day, cursor }: Wish,
): Promise<StatementPage> {
  if (boundsOf(day).until > now()) throw new Refused('STATEMENT_DAY_NOT_OVER');
  return payments.of(provider).readStatement(day, cursor);
}
