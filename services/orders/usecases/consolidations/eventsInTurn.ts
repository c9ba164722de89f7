import { type CycleId, type OrderId } from '#shared/contracts/ids';
import { type Order } from '../../domain/order';
import { type Precedence } from '../precedence';

/**
 * When the events that orders owe leave. Those of a cycle that is being closed wait until its lists are frozen: ten thousand codes,
 * socket messages and group sums at that moment would only keep the couriers waiting. All others leave at once.
 *
 * After a crash the events are found in the documents, as ever.
 */
export class EventsInTurn {
  readonly #precedence: Precedence<CycleId>;
  readonly #leave: (orderId: OrderId) => void;
  #held = new Set<OrderId>();

  /** @param leave called with each order whose events may leave now. */
  constructor(precedence: Precedence<CycleId>, leave: (orderId: OrderId) => void) {
    this.#precedence = precedence;
    this.#leave = leave;
  }

  /** An order was written, and owes events. */
  owed({ id, cycleId }: Pick<Order, 'id' | 'cycleId'>): void {
    if (!this.#precedence.isFirst(cycleId)) {
      this.#leave(id);
      return;
    }
    if (this.#held.size === 0) void this.#waitAndLeave();
    this.#held.add(id);
  }

  async #waitAndLeave(): Promise<void> {
    await this.#precedence.turn();
    const held = this.#held;
    this.#held = new Set();
    for (const orderId of held) this.#leave(orderId);
  }
}
