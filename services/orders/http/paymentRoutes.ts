import { type paymentsApi } from '#shared/contracts/orders/payments';
import { derivedId } from '#shared/kit/ids';
import { type Handlers } from '#shared/kit/http/handler';
import { type OrdersDeps } from '../usecases/deps';
import { beginPayment } from '../usecases/payments/beginPayment';
import { getPayment } from '../usecases/payments/getPayment';
import { listPaymentMethods } from '../usecases/payments/listPaymentMethods';
import { presentPayment } from './presentPayment';

/** Paying: every operation on a line or two. */
export function paymentRoutes(deps: OrdersDeps): Handlers<typeof paymentsApi> {
  return {
    beginPayment: async ({ params: { orderId }, body, caller, key, address }) =>
      presentPayment(
        await beginPayment(deps, caller, {
          orderId,
          paymentId: derivedId('pay', orderId, key.scoped ?? ''),
          fingerprint: key.fingerprint,
          wish: body,
          address,
        }),
      ),
    listPaymentMethods: ({ query: { host } }) =>
      Promise.resolve({ methods: listPaymentMethods(deps, host).map((method) => ({ method })) }),
    getPayment: async ({ params, caller }) => presentPayment(await getPayment(deps, caller, params.orderId)),
  };
}
