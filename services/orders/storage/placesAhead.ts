import { LRUCache } from 'lru-cache';
import { aheadFor, type Group, leaseOf, type Place } from './places';

const maxPoints = 5_000;

/**
 * Places that this process has taken ahead and not used yet. They lapse with the half minute in which they were taken: then
 * they are counted as what they are, orders or nothing, like the places of a process that died.
 */
export class PlacesAhead {
  readonly #left = new LRUCache<string, number>({ max: maxPoints });
  readonly #tight = new LRUCache<string, true>({ max: maxPoints });

  has(place: Place): boolean {
    return (this.#left.get(leaseOf(place)) ?? 0) > 0;
  }

  /** Uses one of them; false when there is none. */
  use(place: Place): boolean {
    const key = leaseOf(place);
    const left = this.#left.get(key) ?? 0;
    if (left === 0) return false;
    this.#left.set(key, left - 1);
    return true;
  }

  /** How many to take besides those of `group`. */
  wanted(group: Group): number {
    return this.#tight.has(leaseOf(group[0])) ? 0 : aheadFor(group);
  }

  keep(group: Group, count: number): void {
    const key = leaseOf(group[0]);
    if (count > 0) this.#left.set(key, (this.#left.get(key) ?? 0) + count);
  }

  /** The point is too full to take places ahead. */
  isTight(group: Group): void {
    this.#tight.set(leaseOf(group[0]), true);
  }
}
