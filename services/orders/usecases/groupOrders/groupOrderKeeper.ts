import { setTimeout as delay } from 'node:timers/promises';
import { type GroupOrderId } from '#shared/contracts/ids';
import { type GroupOrderIdentity } from '../../domain/groupOrder';
import { type OrdersDeps } from '../deps';
import { sumUp, type SummingDeps } from './sumUp';

type Deps = SummingDeps & Pick<OrdersDeps, 'log'>;

type Settings = {
  /** What happens within this time is summed up together. */
  readonly gatherMs: number;
  /** Summing up may take this share of the time: a pause follows that is so many times as long. */
  readonly pauseFactor: number;
};

const defaults: Settings = { gatherMs: 300, pauseFactor: 5 };
/** A process that marked a group and died leaves it to the others after this time. */
const takeOverMs = 5_000;
const page = 200;

/**
 * Keeps the totals of group orders. No counter is moved: a group is marked, and summed up from its orders a moment later, so
 * that it is right however often, in whatever order and how late events come. The mark is kept before the event is
 * acknowledged; marks that a process left behind are found by `sweep`.
 */
export class GroupOrderKeeper {
  readonly #deps: Deps;
  readonly #settings: Settings;
  /** Marked, not begun to be summed up: what happens to these now is seen by that. */
  readonly #waiting = new Set<GroupOrderId>();
  readonly #stop = new AbortController();
  #working: Promise<void> | undefined;

  constructor(deps: Deps, settings: Partial<Settings> = {}) {
    this.#deps = deps;
    this.#settings = { ...defaults, ...settings };
  }

  /** The orders of a group have moved. When this resolves, the group will be summed up after that. */
  async noticed(identity: GroupOrderIdentity): Promise<void> {
    if (this.#waiting.has(identity.id)) return;
    await this.#deps.groupOrders.mark(identity);
    this.#waiting.add(identity.id);
    if (!this.#stop.signal.aborted) this.#working ??= this.#work();
  }

  /** Sums up the groups that nobody has taken care of. Answers whether there were any. */
  async sweep(): Promise<boolean> {
    let any = false;
    const before = new Date(this.#deps.now().getTime() - takeOverMs);
    for (let found = page; found === page && !this.#stop.signal.aborted;) {
      const ids = await this.#deps.groupOrders.dirty(before, page);
      found = ids.length;
      any ||= found > 0;
      for (const id of ids) await this.#sumUpSafely(id);
    }
    return any;
  }

  /** Stops; what is marked is summed up by another process, or at the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    await this.#pause(this.#settings.gatherMs);
    for (const id of this.#waiting) {
      if (this.#stop.signal.aborted) break;
      this.#waiting.delete(id);
      const startedAt = performance.now();
      await this.#sumUpSafely(id);
      await this.#pause((performance.now() - startedAt) * this.#settings.pauseFactor);
    }
    this.#working = this.#waiting.size > 0 && !this.#stop.signal.aborted ? this.#work() : undefined;
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** What fails stays marked. */
  async #sumUpSafely(id: GroupOrderId): Promise<void> {
    try {
      await sumUp(this.#deps, id);
    } catch (err) {
      this.#deps.log.warn({ err, groupOrderId: id }, 'a group order will be summed up later');
    }
  }
}
