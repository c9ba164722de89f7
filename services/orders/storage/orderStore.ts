import { type Connection } from 'mongoose';
import { type AccountId, type OrderId } from '#shared/contracts/ids';
import { type eventCatalogue } from '#shared/contracts/events';
import { gather, type Gather } from '#shared/kit/batch/gather';
import { Refused } from '#shared/kit/domainError';
import { eventFactory, type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { gatheredReads } from '#shared/kit/mongo/gatheredReads';
import { type GuardedWrite, guardedWrites } from '#shared/kit/mongo/guardedWrites';
import { type Inserted, insertEach } from '#shared/kit/mongo/insertEach';
import { nativeOn } from '#shared/kit/mongo/models';
import { attentionAt } from '../domain/attention';
import { moneyEvents } from '../domain/moneyStatement';
import { type OrderEvent } from '../domain/orderEvents';
import { type Order } from '../domain/order';
import { bookedAs } from './orderBooking';
import { flat, type OrderCollection, OrderModel, type StoredOrder, toOrder } from './orderModel';
import { changeOf } from './orderUpdate';

/** What a decision makes of an order. */
export type Decision = { readonly order: Order; readonly events?: readonly OrderEvent[] };

/** Told of every write, so that its events and what is due leave at once. Must not fail. */
export type WriteObserver = (order: Order, outbox: readonly OutboxEvent[]) => void;

const maxTries = 10;
const event = eventFactory<typeof eventCatalogue>();

/** Orders and the events they owe, written together; every write expects the version that it was decided on. */
export class OrderStore {
  readonly #collection: OrderCollection;
  readonly #inserts: Gather<StoredOrder, Inserted>;
  readonly #reads: Gather<OrderId, StoredOrder | undefined>;
  readonly #writes: Gather<GuardedWrite<StoredOrder>, boolean>;
  readonly #now: () => Date;
  #onWritten: WriteObserver = () => undefined;

  constructor(mongo: Connection, now: () => Date) {
    this.#collection = nativeOn(mongo, OrderModel);
    this.#now = now;
    this.#inserts = gather({
      name: 'insert orders',
      maxBatch: 200,
      maxInFlight: 2,
      maxWaiting: 5_000,
      run: (orders) => insertEach(this.#collection, orders),
    });
    this.#reads = gatheredReads('orders', this.#collection);
    this.#writes = guardedWrites('orders', this.#collection);
  }

  /** @param observer told of every write from now on. */
  onWritten(observer: WriteObserver): void {
    this.#onWritten = observer;
  }

  /**
   * Keeps a new order, journaled; `exists` when an order of this id is there already, or another one of the account has one of
   * `unpaidSlots`. Nobody else is told of it before it is paid: the hold that it has is known to catalog, and whoever asks about it
   * gets it from here.
   */
  async insert(order: Order, unpaidSlots?: readonly string[]): Promise<Inserted> {
    const attendAt = attentionAt(order, order.placedAt);
    const outcome = await this.#inserts.add({
      _id: order.id,
      ...flat(order),
      outbox: [],
      booking: bookedAs(order),
      ...(attendAt ? { attendAt } : {}),
      ...(unpaidSlots ? { unpaidSlots } : {}),
    });
    if (outcome === 'inserted') this.#onWritten(order, []);
    return outcome;
  }

  async find(id: OrderId): Promise<Order | undefined> {
    const stored = await this.#reads.add(id);
    return stored ? toOrder(stored) : undefined;
  }

  /** The slots that the unpaid orders of an account have. */
  async unpaidSlotsOf(accountId: AccountId): Promise<Set<string>> {
    const unpaid = await this.#collection
      .find({ accountId, unpaidSlots: { $exists: true } }, { projection: { unpaidSlots: 1 } })
      .toArray();
    return new Set(unpaid.flatMap(({ unpaidSlots = [] }) => unpaidSlots));
  }

  /** Writes `decision`, made on `before`, and tells of its money if that changed; false when the order has changed meanwhile. */
  async save(before: Order, { order, events = [] }: Decision): Promise<boolean> {
    const now = this.#now();
    const outbox = this.#envelopes(order, [...events, ...moneyEvents(before, order)]);
    const write = changeOf(before, order, outbox, attentionAt(order, now));
    if (!(await this.#writes.add(write))) return false;
    this.#onWritten(order, outbox);
    return true;
  }

  /**
   * Writes many decisions together. Whoever was quicker elsewhere wins: such an order stays as it is there, and is to be looked
   * at again.
   * @returns whether all were written.
   */
  async saveAll(
    changes: readonly { readonly before: Order; readonly decision: Decision }[],
  ): Promise<boolean> {
    const written = await Promise.all(changes.map(({ before, decision }) => this.save(before, decision)));
    return written.every(Boolean);
  }

  /**
   * Reads, decides and writes until nobody else was quicker. `decide` may answer nothing: the order stays as it is.
   * @returns the order as it is afterwards.
   * @throws {Refused} NOT_FOUND, CHANGED_MEANWHILE, and what `decide` throws.
   */
  async change(id: OrderId, decide: (order: Order) => Decision | undefined, known?: Order): Promise<Order> {
    let before = known ?? (await this.find(id));
    for (let attempt = 0; attempt < maxTries; attempt += 1) {
      if (!before) throw new Refused('NOT_FOUND');
      const decision = decide(before);
      if (!decision || decision.order === before) return before;
      if (await this.save(before, decision)) return decision.order;
      before = await this.find(id);
    }
    throw new Refused('CHANGED_MEANWHILE');
  }

  /**
   * Makes the orders of a person who left anonymous: names, numbers, addresses, notes, what claims say. What was bought and paid stays, as the
   * books need it. The version rises so that a decision made on the old words is made again.
   */
  async forgetAccount(accountId: AccountId): Promise<void> {
    const nobody = { name: '—', phone: '' };
    const wordless = { $mergeObjects: ['$$one', { text: '—' }] };
    await this.#collection.updateMany({ accountId, 'recipient.phone': { $ne: '' } }, [
      {
        $set: {
          recipient: nobody,
          onBehalfOf: { $cond: [{ $eq: [{ $type: '$onBehalfOf' }, 'object'] }, nobody, '$$REMOVE'] },
          note: '$$REMOVE',
          claims: {
            $cond: [
              { $isArray: '$claims' },
              {
                $map: {
                  input: '$claims',
                  as: 'claim',
                  in: {
                    $mergeObjects: [
                      '$$claim',
                      { note: '—' },
                      { messages: { $map: { input: '$$claim.messages', as: 'one', in: wordless } } },
                      {
                        $cond: [
                          { $eq: [{ $type: '$$claim.appeal' }, 'object'] },
                          { appeal: { text: '—', at: '$$claim.appeal.at' } },
                          {},
                        ],
                      },
                    ],
                  },
                },
              },
              '$$REMOVE',
            ],
          },
          'fulfilment.address': {
            $cond: [{ $eq: ['$fulfilment.kind', 'door'] }, '—', '$$REMOVE'],
          },
          version: { $add: ['$version', 1] },
          'booking.of': { $add: ['$booking.of', 1] },
        },
      },
    ]);
  }

  /** Answers whatever was asked for, and takes no more. */
  async close(): Promise<void> {
    await Promise.all([this.#inserts.close(), this.#reads.close(), this.#writes.close()]);
  }

  #envelopes(order: Order, events: readonly OrderEvent[]): OutboxEvent[] {
    return events.map(({ type, data }, at) =>
      event(type, order.id, data as never, {
        now: this.#now(),
        id: `${type}:${order.id}:${order.version}:${at}`,
      }),
    );
  }
}
