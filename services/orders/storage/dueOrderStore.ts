import { type Connection } from 'mongoose';
import { type OrderId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { type Order } from '../domain/order';
import { type OrderCollection, OrderModel } from './orderModel';

export type DueOrder = { readonly orderId: OrderId; readonly attendAt: Date; readonly failures: number };

/** When somebody must look at an order again. */
export class DueOrderStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** Orders that somebody must look at by `now`, the longest waiting first. */
  async due(now: Date, limit: number): Promise<DueOrder[]> {
    const found = await this.#orders
      .find({ attendAt: { $lte: now } }, { projection: { attendAt: 1, attendFailures: 1 } })
      .sort({ attendAt: 1 })
      .limit(limit)
      .toArray();
    return found.flatMap(({ _id, attendAt, attendFailures = 0 }) =>
      attendAt ? [{ orderId: _id, attendAt, failures: attendFailures }] : [],
    );
  }

  /** When the next order must be looked at; undefined when none must. */
  async next(): Promise<Date | undefined> {
    const options = { projection: { attendAt: 1 }, sort: { attendAt: 1 } } as const;
    return (await this.#orders.findOne({ attendAt: { $gt: new Date(0) } }, options))?.attendAt;
  }

  /** Takes a due order for this process until `until`; false when another has taken it, or it has changed. */
  async take({ orderId, attendAt }: DueOrder, until: Date): Promise<boolean> {
    const { modifiedCount } = await this.#orders.updateOne(
      { _id: orderId, attendAt },
      { $set: { attendAt: until } },
    );
    return modifiedCount === 1;
  }

  /** Everything due was done: to be looked at again at `at` (never, when absent), unless it has changed meanwhile. */
  async attendNext({ id, version }: Order, at: Date | undefined): Promise<void> {
    await this.#orders.updateOne(
      { _id: id, version },
      at === undefined
        ? { $unset: { attendAt: '', attendFailures: '' } }
        : { $set: { attendAt: at }, $unset: { attendFailures: '' } },
    );
  }

  /** What had to be done could not be done: to be tried again at `at`, unless the order has changed meanwhile. */
  async postpone({ id, version }: Order, at: Date): Promise<void> {
    await this.#orders.updateOne(
      { _id: id, version },
      { $set: { attendAt: at }, $inc: { attendFailures: 1 } },
    );
  }
}
