import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { found, Refused } from '#shared/kit/domainError';
import { type DayClose } from '../../domain/close/dayClose';
import { boundsOf } from '../../domain/close/providerDay';
import { type SettlementDeps } from '../deps';

export type DayWish = { readonly provider: PaymentProviderName; readonly day: string };

/** @throws {Refused} STATEMENT_DAY_NOT_OVER; NOT_FOUND for a day before the first one, or one that is not begun yet */
export async function getDayClose(
  { dayCloses, now }: Pick<SettlementDeps, 'dayCloses' | 'now'>,
  { provider, day }: DayWish,
): Promise<DayClose> {
  if (boundsOf(day).until > now()) throw new Refused('STATEMENT_DAY_NOT_OVER');
  return found(await dayCloses.find(provider, day));
}
