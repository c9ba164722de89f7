import Stripe from 'stripe';
import { newId } from '../ids';
import { seconds, type World } from '../world';

type Snapshot = Stripe.PaymentIntent | Stripe.Charge | Stripe.Refund | Stripe.Transfer | Stripe.Customer;

/** Records that something happened, with the object as it is now. It is delivered once the record is safe. */
export function emit(world: World, type: Stripe.Event.Type, object: Snapshot, previous?: object) {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: seconds(world),
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: world.listensTo(type) ? 1 : 0,
    request: world.request
      ? { id: world.request.id, idempotency_key: world.request.key }
      : { id: null, idempotency_key: null },
    type,
  } satisfies Omit<Stripe.EventBase, 'data'> & { data: object };
  world.store.put('event', { id: event.id, created: event.created, type, body: JSON.stringify(event) });
  if (world.listensTo(type)) world.store.put('delivery', { id: event.id, state: 'pending' });
}
