import { type OrderId } from '#shared/contracts/ids';
import { KeyedQueue } from '#shared/kit/bus/keyedQueue';
import { isUrgent } from '../../domain/attention';
import { type Order } from '../../domain/order';
import { attendOrder } from './attendOrder';
import { type OrdersDeps } from '../deps';
import { type Precedence } from '../precedence';

/** A process that took an order and died leaves it to the others after this time. */
const leaseMs = 30_000;
const page = 200;
const maxQueued = 5_000;
/** Orders at once. Most wait for the payment provider, which takes half a second and many calls at a time. */
const width = 64;

/** Looks after orders: those just decided on at once, all others when they are due. */
export class Attention {
  readonly #deps: OrdersDeps;
  readonly #precedence: Pick<Precedence, 'turn'>;
  readonly #queue = new KeyedQueue(width);

  /** @param precedence what it waits for. */
  constructor(deps: OrdersDeps, precedence: Pick<Precedence, 'turn'>) {
    this.#deps = deps;
    this.#precedence = precedence;
  }

  /** Told of every write. What is too much is left to `sweep`. */
  noticed(order: Order): void {
    if (isUrgent(order)) this.nudge(order.id);
  }

  nudge(orderId: OrderId): void {
    if (this.#queue.size < maxQueued) void this.#attend(orderId, 0);
  }

  /**
   * Attends to every order that is due; several processes share them.
   * @returns when the next one will be, if none was due
   */
  async sweep(): Promise<Date | boolean> {
    const { dueOrders, now } = this.#deps;
    let any = false;
    for (let found = page; found === page;) {
      await this.#precedence.turn();
      const due = await dueOrders.due(now(), page);
      found = due.length;
      any ||= found > 0;
      await Promise.all(
        due.map(async (one) => {
          const until = new Date(now().getTime() + leaseMs);
          if (await dueOrders.take(one, until)) await this.#attend(one.orderId, one.failures);
        }),
      );
    }
    return any || ((await dueOrders.next()) ?? false);
  }

  /** Waits for what is under way; the rest is found by the next sweep of any process. */
  close(): Promise<void> {
    return this.#queue.close();
  }

  #attend(orderId: OrderId, failures: number): Promise<void> {
    const done = this.#queue.add(orderId, async () => {
      await this.#precedence.turn();
      await attendOrder(this.#deps, orderId, failures);
      return undefined;
    });
    return done.catch((err: unknown) => {
      this.#deps.log.warn({ err, orderId }, 'an order could not be attended to');
    });
  }
}
