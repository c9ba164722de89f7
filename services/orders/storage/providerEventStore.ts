import { type Connection, type mongo } from 'mongoose';
import { Schema } from 'mongoose';
import { gather, type Gather } from '#shared/kit/batch/gather';
import { type Inserted, insertEach } from '#shared/kit/mongo/insertEach';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { type ProviderEvent } from '../clients/paymentProvider';

type StoredEvent = {
  /** `{provider}:{eventId}`. */
  _id: string;
  provider: PaymentProviderName;
  type: string;
  subject: ProviderEvent['subject'];
  receivedAt: Date;
  /** When to handle it next; absent once it was handled. */
  dueAt?: Date;
  failures: number;
  handledAt?: Date;
};

type Named = Pick<ProviderEvent, 'provider' | 'eventId'>;

/** Two providers may give the same id. */
const idOf = ({ provider, eventId }: Named): string => `${provider}:${eventId}`;

const keepSeconds = 30 * 24 * 3600;

export const ProviderEventModel = defineModel<StoredEvent>({
  name: 'ProviderEvent',
  collection: 'provider_events',
  fields: {
    _id: { type: String, required: true },
    provider: { type: String, required: true },
    type: { type: String, required: true },
    subject: { type: Schema.Types.Mixed, required: true },
    receivedAt: { type: Date, required: true },
    dueAt: Date,
    failures: { type: Number, required: true },
    handledAt: Date,
  },
  indexes: [
    [{ dueAt: 1 }, { sparse: true }],
    [{ handledAt: 1 }, { expireAfterSeconds: keepSeconds }],
  ],
});

/** Whoever received it handles it at once; others only when that did not happen. */
const takeOverMs = 10_000;
const maxPauseMs = 600_000;
const maxBatch = 200;

/** What the payment provider reported: kept before it is acknowledged, handled afterwards. */
export class ProviderEventStore {
  readonly #events: mongo.Collection<StoredEvent>;
  readonly #kept: Gather<StoredEvent, Inserted>;
  readonly #handled: Gather<{ readonly _id: string; readonly now: Date }, undefined>;

  constructor(mongo: Connection) {
    this.#events = nativeOn(mongo, ProviderEventModel);
    this.#kept = gather({
      name: 'keep provider events',
      maxBatch,
      maxInFlight: 2,
      run: (events) => insertEach(this.#events, events),
    });
    this.#handled = gather({
      name: 'mark provider events as handled',
      maxBatch,
      run: async (handled) => {
        const _id = { $in: handled.map((one) => one._id) };
        const handledAt = handled.at(-1)?.now ?? new Date();
        // Lost, it is handled once more, which changes nothing: no disk needs to be waited for.
        const options = { writeConcern: { w: 1 } } as const;
        await this.#events.updateMany({ _id }, { $set: { handledAt }, $unset: { dueAt: '' } }, options);
        return handled.map(() => ({ status: 'fulfilled', value: undefined }));
      },
    });
  }

  /** Answers whatever was asked for, and takes no more. */
  async close(): Promise<void> {
    await Promise.all([this.#kept.close(), this.#handled.close()]);
  }

  /** Keeps an event; false when it is known already. */
  async keep(event: ProviderEvent, now: Date): Promise<boolean> {
    const { provider, type, subject } = event;
    const dueAt = new Date(now.getTime() + takeOverMs);
    const stored = { _id: idOf(event), provider, type, subject, receivedAt: now, dueAt, failures: 0 };
    return (await this.#kept.add(stored)) === 'inserted';
  }

  async handled(event: Named, now: Date): Promise<void> {
    await this.#handled.add({ _id: idOf(event), now });
  }

  /** To be tried again: each time twice as long after. */
  async failed(event: Named, failures: number, now: Date): Promise<void> {
    const pause = Math.min(maxPauseMs, takeOverMs * 2 ** Math.min(failures, 10));
    await this.#events.updateOne(
      { _id: idOf(event), dueAt: { $exists: true } },
      { $set: { dueAt: new Date(now.getTime() + pause), failures: failures + 1 } },
    );
  }

  /** Events that nobody has handled, the longest waiting first. */
  async due(now: Date, limit: number): Promise<(ProviderEvent & { readonly failures: number })[]> {
    const found = await this.#events
      .find({ dueAt: { $lte: now } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id, provider, type, subject, failures }) => ({
      ...{ provider, eventId: _id.slice(provider.length + 1), type, subject, failures },
    }));
  }
}
