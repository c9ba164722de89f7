import { type AccountId } from '#shared/contracts/ids';
import { type OrdersDeps } from '../deps';

/**
 * Makes the orders of a person who left anonymous: names, numbers, addresses, notes. What was bought and paid stays, as the
 * books need it. The version rises so that a decision made on the old words is made again.
 */
export async function forgetAccount(
  { orders }: Pick<OrdersDeps, 'orders'>,
  accountId: AccountId,
): Promise<void> {
  const nobody = { name: '—', phone: '' };
  await orders.collection.updateMany({ accountId, 'recipient.phone': { $ne: '' } }, [
    {
      $set: {
        recipient: nobody,
        onBehalfOf: { $cond: [{ $eq: [{ $type: '$onBehalfOf' }, 'object'] }, nobody, '$$REMOVE'] },
        note: '$$REMOVE',
        'fulfilment.address': {
          $cond: [{ $eq: ['$fulfilment.kind', 'door'] }, '—', '$$REMOVE'],
        },
        version: { $add: ['$version', 1] },
      },
    },
  ]);
}
