import { type OrderStatus } from '../../../shared/contracts/events/orders';
import { type OrderId } from '../../../shared/contracts/ids';
import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { type Shopper } from '../actors/shopper';
import { type Point } from './point';

/** An order as the people of the day remember it, and what they expect of it. */
export type Remembered = {
  readonly orderId: OrderId;
  readonly shopper: Shopper;
  readonly point: Point;
  readonly paid: boolean;
  /** What it must be in the end. */
  readonly ends: OrderStatus;
};

/** What the people of the day did themselves: the books are held against it at the end. */
export class Record {
  readonly #orders = new Map<OrderId, Remembered>();

  placed(order: OrderView, shopper: Shopper, point: Point): void {
    const { orderId } = order;
    this.#orders.set(orderId, { orderId, shopper, point, paid: false, ends: 'expired' });
  }

  paid(orderId: OrderId): void {
    this.#change(orderId, { paid: true, ends: 'collected' });
  }

  /** It will not be collected, but end like this. */
  ends(orderId: OrderId, status: OrderStatus): void {
    this.#change(orderId, { ends: status });
  }

  get orders(): readonly Remembered[] {
    return [...this.#orders.values()];
  }

  #change(orderId: OrderId, change: Partial<Remembered>): void {
    const known = this.#orders.get(orderId);
    if (!known) throw new Error(`nobody placed ${orderId}`);
    this.#orders.set(orderId, { ...known, ...change });
  }
}
