import { missing } from '../failures';
import { presentCharge } from '../objects/charge';
import { presentIntent } from '../objects/paymentIntent';
import { presentMethod } from '../objects/paymentMethod';
import { presentRefund } from '../objects/refund';
import { attachMethod, confirmIntent } from '../operations/confirm';
import { cancelIntent, captureIntent } from '../operations/endIntents';
import { createIntent, findIntent, updateIntent, withChanges } from '../operations/intents';
import { createMethod, findMethod } from '../operations/methods';
import { cancelRefund, createRefund, findCharge, findRefund } from '../operations/refunds';
import type { IntentRecord } from '../state/records';
import type { World } from '../world';
import { listPage, rowsOf } from './lists';
import { route } from './route';
import * as schemas from './schemas';

const stored = (world: World, intent: IntentRecord) => {
  world.store.put('intent', intent);
  return intent;
};

/** Payment intents, charges, refunds and payment methods. */
export const paymentRoutes = [
  route('post', '/v1/payment_intents', schemas.intentCreate, ({ world, params }) => {
    const created = createIntent(world, params);
    const unattended = (params.off_session ?? false) || (params.error_on_requires_action ?? false);
    if (params.confirm) return presentIntent(world, confirmIntent(world, created, { ...params, unattended }));
    const hasMethod = params.payment_method !== undefined || params.payment_method_data !== undefined;
    return presentIntent(world, hasMethod ? stored(world, attachMethod(world, created, params)) : created);
  }),
  route('get', '/v1/payment_intents', schemas.intentList, ({ world, params }) => {
    const { intent } = world.store;
    const source =
      params.customer === undefined ? intent : rowsOf(intent.idsBy('customer', params.customer), intent);
    return listPage(source, params, {
      url: '/v1/payment_intents',
      present: (row) => presentIntent(world, row),
    });
  }),
  route('get', '/v1/payment_intents/:id', schemas.intentRetrieve, ({ world, id, params }) => {
    const intent = findIntent(world, id);
    if (params.client_secret !== undefined && params.client_secret !== intent.secret)
      throw missing('payment_intent', id, 'intent');
    return presentIntent(world, intent);
  }),
  route('post', '/v1/payment_intents/:id', schemas.intentUpdate, ({ world, id, params }) =>
    presentIntent(
      world,
      stored(world, attachMethod(world, updateIntent(world, findIntent(world, id), params), params)),
    ),
  ),
  route('post', '/v1/payment_intents/:id/confirm', schemas.intentConfirm, ({ world, id, params }) => {
    const unattended = (params.off_session ?? false) || (params.error_on_requires_action ?? false);
    return presentIntent(
      world,
      confirmIntent(world, withChanges(findIntent(world, id), params), { ...params, unattended }),
    );
  }),
  route('post', '/v1/payment_intents/:id/capture', schemas.intentCapture, ({ world, id, params }) =>
    presentIntent(
      world,
      captureIntent(world, findIntent(world, id), {
        amount: params.amount_to_capture,
        metadata: params.metadata,
      }),
    ),
  ),
  route('post', '/v1/payment_intents/:id/cancel', schemas.intentCancel, ({ world, id, params }) =>
    presentIntent(world, cancelIntent(world, findIntent(world, id), params.cancellation_reason ?? null)),
  ),

  route('get', '/v1/charges', schemas.chargeList, ({ world, params }) => {
    const { charge } = world.store;
    const source =
      params.payment_intent === undefined
        ? charge
        : rowsOf(charge.idsBy('intent', params.payment_intent), charge);
    return listPage(source, params, { url: '/v1/charges', present: (row) => presentCharge(world, row) });
  }),
  route('get', '/v1/charges/:id', schemas.nothing, ({ world, id }) =>
    presentCharge(world, findCharge(world, id, 'id')),
  ),

  route('post', '/v1/refunds', schemas.refundCreate, ({ world, params }) =>
    presentRefund(createRefund(world, params)),
  ),
  route('get', '/v1/refunds', schemas.refundList, ({ world, params }) => {
    const { refund } = world.store;
    const { charge, payment_intent: intent } = params;
    const source =
      charge !== undefined
        ? rowsOf(refund.idsBy('charge', charge), refund)
        : intent !== undefined
          ? rowsOf(refund.idsBy('intent', intent), refund)
          : refund;
    return listPage(source, params, { url: '/v1/refunds', present: presentRefund });
  }),
  route('get', '/v1/refunds/:id', schemas.nothing, ({ world, id }) => presentRefund(findRefund(world, id))),
  route('post', '/v1/refunds/:id/cancel', schemas.nothing, ({ world, id }) =>
    presentRefund(cancelRefund(world, findRefund(world, id))),
  ),

  route('post', '/v1/payment_methods', schemas.methodCreate, ({ world, params }) =>
    presentMethod(createMethod(world, params)),
  ),
  route('get', '/v1/payment_methods/:id', schemas.nothing, ({ world, id }) =>
    presentMethod(findMethod(world, id, 'payment_method')),
  ),
];
