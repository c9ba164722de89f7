import { Refused } from '#shared/kit/domainError';
import { type Orders, type SettlementDeps } from '../deps';
import { recordOrder } from './recordOrder';

type Deps = Pick<SettlementDeps, 'moves' | 'orderRecords' | 'ledger' | 'cityOf'> & {
  readonly orders: Orders;
};

/**
 * Takes over what happened to money before settlement was there: it walks once through all orders, and through the commission that
 * orders had written down themselves. What happens meanwhile waits. After a crash it goes on with the page that was under way; what
 * was recorded of it stays as it is.
 */
export class MoveIn {
  readonly #deps: Deps;
  #isOver = false;
  #isClosed = false;
  #walk: Promise<void> | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Resolves when everything is taken over; walks if nobody does. @throws {Refused} SERVICE_UNAVAILABLE, and what orders throws. */
  async finished(): Promise<void> {
    if (this.#isOver) return;
    this.#walk ??= this.#walkThrough().finally(() => {
      this.#walk = undefined;
    });
    await this.#walk;
  }

  /** @returns false when there is nothing left to take over. */
  async run(): Promise<boolean> {
    const wasOver = this.#isOver;
    await this.finished();
    return !wasOver;
  }

  /** Ends the walk with the page that is under way. */
  close(): void {
    this.#isClosed = true;
  }

  async #walkThrough(): Promise<void> {
    const { moves, orders } = this.#deps;
    let { isOver, cursor } = await moves.progress();
    while (!isOver) {
      if (this.#isClosed) throw new Refused('SERVICE_UNAVAILABLE', 'Settlement is still moving in');
      const page = await orders.listOrdersInLedger({ query: { cursor, limit: '100' } });
      const told = page.items.filter(({ money, commission }) => money ?? commission[0]);
      await Promise.all(told.map((one) => recordOrder(this.#deps, one)));
      cursor = page.nextCursor;
      isOver = cursor === undefined;
      await moves.note(cursor === undefined ? { isOver } : { isOver, cursor });
    }
    this.#isOver = true;
  }
}
