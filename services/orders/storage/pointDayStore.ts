import { LRUCache } from 'lru-cache';
import { type Connection, type mongo } from 'mongoose';
import { gather, type Gather } from '#shared/kit/batch/gather';
import { guardedUpsert, guardedUpserts } from '#shared/kit/mongo/guardedUpsert';
import { nativeOn } from '#shared/kit/mongo/models';
import { endedStatuses, statusesFrom } from '../domain/lifecycle';
import { countedAsTakenFrom, placesTaken, takenFrom } from '../domain/pointDay';
import { type OrderCollection, OrderModel } from './orderModel';
import { type PointDay, PointDayModel } from './pointDayModel';
import { capacityOf, givingBackOf, type Group, idOf, type Place, takeOf, together } from './places';
import { PlacesAhead } from './placesAhead';

const batches = { maxBatch: 200, maxWaiting: 5_000 };
const maxTries = 5;
const fullForMs = 1_000;

/** `ahead`: places to take besides those of the group. */
type Taking = { readonly group: Group; readonly ahead: number };

/** Statuses of orders that have their place at the pickup point. */
const placeHolding = [...statusesFrom('awaiting_payment')];

/**
 * The places of pickup points, counted beside the orders that take them: up before an order is kept, in one guarded write for all
 * that come together and some that will come soon, and not down when it ends. Only when a point seems full it is counted anew from
 * its orders; so an order that ended, and a process that died before it kept one, free their place without anybody having to
 * remember it.
 */
export class PointDayStore {
  readonly #days: mongo.Collection<PointDay>;
  readonly #orders: OrderCollection;
  readonly #now: () => Date;
  readonly #taking: Gather<Place, boolean>;
  readonly #givingBack: Gather<Place, void>;
  readonly #ahead = new PlacesAhead();
  readonly #full = new LRUCache<string, { capacity: number; until: number }>({ max: 5_000 });

  constructor(connection: Connection, now: () => Date) {
    this.#days = nativeOn(connection, PointDayModel);
    this.#orders = nativeOn(connection, OrderModel);
    this.#now = now;
    this.#taking = gather({
      name: 'take places at pickup points',
      ...batches,
      run: (places) => this.#takeAll(places),
    });
    this.#givingBack = gather({
      name: 'give places back',
      ...batches,
      run: (places) => this.#giveBackAll(places),
    });
  }

  /** Whether the point was found full just now. */
  isFull(place: Place): boolean {
    if (this.#ahead.has(place)) return false;
    const full = this.#full.get(idOf(place));
    return full?.capacity === place.capacity && this.#now().getTime() < full.until;
  }

  /** Takes a place; false when the point is full on that day. */
  async take(place: Place): Promise<boolean> {
    return this.#ahead.use(place) || this.#taking.add(place);
  }

  /** Frees a place whose order was refused, or had one already. One that is counted no more stays so. */
  giveBack(place: Place): Promise<void> {
    return this.#givingBack.add(place);
  }

  /** Ends when everything that was asked before is done. */
  async close(): Promise<void> {
    await Promise.all([this.#taking.close(), this.#givingBack.close()]);
  }

  async #giveBackAll(places: readonly Place[]): Promise<PromiseSettledResult<void>[]> {
    const updates = together(places).map((group) => ({ updateOne: givingBackOf(group) }));
    await this.#days.bulkWrite(updates, { ordered: false });
    for (const place of places) this.#full.delete(idOf(place));
    return places.map(() => ({ status: 'fulfilled', value: undefined }));
  }

  async #takeAll(places: readonly Place[]): Promise<PromiseSettledResult<boolean>[]> {
    const groups = together(places).map((group) => ({ group, ahead: this.#ahead.wanted(group) }));
    const tight = await this.#takeTogether(groups);
    for (const { group, ahead } of groups)
      if (tight.has(group)) this.#ahead.isTight(group);
      else this.#ahead.keep(group, ahead);
    const refused = await this.#takeTogether([...tight].map((group) => ({ group, ahead: 0 })));
    const taken = new Map<Place, PromiseSettledResult<boolean>>();
    for (const place of [...refused].flat()) {
      const [outcome] = await Promise.allSettled([this.#takeOne(place)]);
      taken.set(place, outcome);
    }
    return places.map((place) => taken.get(place) ?? { status: 'fulfilled', value: true });
  }

  /** All groups in one command; answers those that did not get all they asked for: they got nothing. */
  async #takeTogether(groups: readonly Taking[]): Promise<Set<Group>> {
    const isPossible = ({ group, ahead }: Taking) => group.length + ahead <= capacityOf(group);
    const possible = groups.filter(isPossible);
    const refused = new Set(groups.filter((one) => !isPossible(one)).map(({ group }) => group));
    const taken = await guardedUpserts(
      this.#days,
      possible.map(({ group, ahead }) => takeOf(group, ahead)),
    );
    possible.forEach(({ group }, at) => {
      if (!taken[at]) refused.add(group);
    });
    return refused;
  }

  async #takeOne(place: Place): Promise<boolean> {
    const { filter, update } = takeOf([place]);
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (await guardedUpsert(() => this.#days.updateOne(filter, update, { upsert: true }))) return true;
      if ((await this.#countAnew(place)) >= place.capacity) {
        const until = this.#now().getTime() + fullForMs;
        this.#full.set(idOf(place), { capacity: place.capacity, until });
        return false;
      }
    }
    return false;
  }

  /** Counts a day's places from its orders; whoever takes one meanwhile wins, and the count is as it was. */
  async #countAnew(place: Place): Promise<number> {
    const day = await this.#days.findOne({ _id: idOf(place) });
    if (!day) return 0;
    const from = countedAsTakenFrom(this.#now());
    const since = takenFrom(day.since, from);
    const groupOrderId = { $in: day.groupOrders };
    const [oldLiving, recentEnded] = await Promise.all([
      this.#orders.countDocuments({ groupOrderId, status: { $in: placeHolding }, placedAt: { $lt: from } }),
      this.#orders.countDocuments({
        groupOrderId,
        status: { $in: [...endedStatuses] },
        placedAt: { $gte: from },
      }),
    ]);
    const taken = placesTaken({ since, oldLiving, recentEnded });
    if (taken === day.taken) return taken;
    await this.#days.updateOne(
      { _id: day._id, version: day.version },
      { $set: { taken, since }, $inc: { version: 1 } },
    );
    return taken;
  }
}
