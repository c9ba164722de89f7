import { type Connection } from 'mongoose';
import { type GroupOrderId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { personOf } from '../domain/cutoff/outcomes';
import { transitions } from '../domain/lifecycle';
import { type Before, type Order } from '../domain/order';
import { type OrderCollection, OrderModel, toOrder } from './orderModel';

const reason = 'shortage_at_handover';

/** Orders whose goods change hands. */
export class HandoverOrderStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** The orders of a group that are on their way to the leader. */
  async onTheWay(groupOrderId: GroupOrderId): Promise<Before<'receive'>[]> {
    const status = { $in: [...transitions.receive.from] };
    const found = await this.#orders.find({ groupOrderId, status, receipt: { $exists: true } }).toArray();
    return found.map(toOrder) as Before<'receive'>[];
  }

  /** When each person of `waiting` was left short at a handover the last time. */
  async lastShortages(waiting: readonly Order[]): Promise<ReadonlyMap<string, Date>> {
    const accountIds = [...new Set(waiting.map(({ accountId }) => accountId))];
    const found = await this.#orders
      .find(
        { accountId: { $in: accountIds }, 'lines.dropped.reason': reason },
        { projection: { accountId: 1, onBehalfOf: 1, 'lines.dropped': 1 } },
      )
      .toArray();
    const last = new Map<string, Date>();
    for (const order of found)
      for (const { dropped } of order.lines) {
        if (dropped?.reason !== reason) continue;
        const known = last.get(personOf(order));
        if (!known || dropped.at > known) last.set(personOf(order), dropped.at);
      }
    return last;
  }
}
