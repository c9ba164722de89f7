import { type Connection } from 'mongoose';
import { type GroupOrderId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { transitions } from '../domain/lifecycle';
import { type Before, type Order } from '../domain/order';
import { namesOf } from '../domain/people';
import { type OrderCollection, OrderModel, shortage, toOrder } from './orderModel';

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

  /** When the people of `waiting` were left short at a handover the last time, by their names. */
  async lastShortages(waiting: readonly Order[]): Promise<ReadonlyMap<string, Date>> {
    const accountIds = [...new Set(waiting.map(({ accountId }) => accountId))];
    const found = await this.#orders
      .find(
        { accountId: { $in: accountIds }, 'lines.dropped.reason': shortage },
        { projection: { accountId: 1, recipient: 1, onBehalfOf: 1, 'lines.dropped': 1 } },
      )
      .toArray();
    const last = new Map<string, Date>();
    for (const order of found)
      for (const { dropped } of order.lines) {
        if (dropped?.reason !== shortage) continue;
        for (const name of namesOf(order)) {
          const known = last.get(name);
          if (!known || dropped.at > known) last.set(name, dropped.at);
        }
      }
    return last;
  }
}
