import { type EventData } from '#shared/contracts/events';
import { type OrderId } from '#shared/contracts/ids';
import { type OrderToHandOut } from '#shared/contracts/internal/orders';
import { RemoteProblem } from '#shared/kit/client/remoteProblem';
import { pickupCan } from '../../domain/lifecycle';
import { collectBefore } from '../../domain/overdue';
import { type PickupCodeDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { announceBoard } from '../live/announceBoard';
import { offlineHash } from '../../tokens/codeFaces';
import { makeCode } from './makeCode';

/** The leader has the goods: the code opens, for what is really there. Told twice, nothing changes. */
export async function orderReady(
  deps: DeliveryDeps,
  data: Pick<EventData<'orders.ready.v1'>, 'orderId' | 'accountId' | 'cityId' | 'cycleId' | 'pickupPointId'>,
  readyAt: Date,
): Promise<void> {
  const { orderId } = data;
  const code = (await deps.store.codes.find(orderId)) ?? (await makeCode(deps, { ...data, _id: orderId }));
  if (!pickupCan('open', code.status)) return;
  await open(deps, code, await deps.orders.getOrderToHandOut({ params: { orderId } }), readyAt);
}

/**
 * The code as it stands once orders was asked whether the goods are there: a neighbour at the counter does not wait for a late
 * message. Where orders cannot tell, the code stays as it is known.
 */
export async function openIfReady(deps: DeliveryDeps, code: PickupCodeDoc): Promise<PickupCodeDoc> {
  if (!pickupCan('open', code.status)) return code;
  try {
    const order = await deps.orders.getOrderToHandOut({ params: { orderId: code._id } });
    if (order.status !== 'ready' || order.readyAt === undefined) return code;
    await open(deps, code, order, new Date(order.readyAt));
  } catch (error) {
    if (!(error instanceof RemoteProblem)) throw error;
  }
  return (await deps.store.codes.find(code._id)) ?? code;
}

/** Opens a waiting code for what the order's lines say is there. */
async function open(
  deps: DeliveryDeps,
  { salt, digits }: PickupCodeDoc,
  order: OrderToHandOut,
  readyAt: Date,
): Promise<void> {
  const { orderId, cityId, pickupPointId, recipientName, phoneTail, fulfilment, address } = order;
  const lines = order.lines.filter(({ units }) => units > 0).map(({ fresh: _fresh, ...line }) => line);
  const { timeZone, rules } = await deps.cityOf(cityId);
  const before = collectBefore(
    readyAt,
    lines.map(({ temperature }) => temperature),
    rules,
    timeZone,
  );
  const changed = await deps.store.codes.act('open', orderId, {
    set: {
      readyAt,
      codeHash: offlineHash(salt, digits),
      collectBefore: before,
      handOut: {
        ...{ recipientName, phoneTail, fulfilment, lines },
        ...(address === undefined ? {} : { address }),
      },
      touchedAt: deps.now(),
    },
  });
  if (changed) announceBoard(deps, pickupPointId);
}

/** Nothing of the order is left to collect: its code ends. One that was redeemed stays so. */
export async function orderEnded({ store, now }: DeliveryDeps, orderId: OrderId): Promise<void> {
  await store.codes.end(orderId, now());
}
