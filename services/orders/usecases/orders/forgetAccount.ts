import { type AccountId } from '#shared/contracts/ids';
import { type OrdersDeps } from '../deps';

/** Makes anonymous what is kept of a person who left: their orders, and the lists that name them. Again, nothing changes. */
export async function forgetAccount(
  { orders, consolidations }: Pick<OrdersDeps, 'orders' | 'consolidations'>,
  accountId: AccountId,
): Promise<void> {
  await orders.forgetAccount(accountId);
  await consolidations.forgetAccount(accountId);
}
