import { type Connection, type mongo } from 'mongoose';
import { Schema } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type eventCatalogue } from '#shared/contracts/events';
import { type AccountId, type GroupOrderId, MessageId, type PickupPointId } from '#shared/contracts/ids';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { eventFactory, type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { newestFirst, pageByKey, type PageWish } from '#shared/kit/mongo/pages';

export type GroupMessage = {
  readonly messageId: MessageId;
  readonly groupOrderId: GroupOrderId;
  readonly pickupPointId: PickupPointId;
  readonly text: string;
  readonly postedAt: Date;
  readonly postedBy: AccountId;
};
type Stored = Omit<GroupMessage, 'messageId'> & { _id: MessageId; outbox: OutboxEvent[] };

const required = <T>(type: T) => ({ type, required: true });
const event = eventFactory<typeof eventCatalogue>();

export const GroupMessageModel = defineModel<Stored>({
  name: 'GroupMessage',
  collection: 'group_messages',
  fields: {
    _id: required(String),
    groupOrderId: required(String),
    pickupPointId: required(String),
    text: required(String),
    postedAt: required(Date),
    postedBy: required(String),
    outbox: required([Schema.Types.Mixed]),
  } as never,
  indexes: [[{ groupOrderId: 1, postedAt: -1, _id: -1 }], [outboxIndex.key, { sparse: outboxIndex.sparse }]],
});

/** What leaders wrote to their groups. */
export class GroupMessageStore {
  readonly #messages: mongo.Collection<Stored>;
  #onWritten: (id: MessageId) => void = () => undefined;

  constructor(mongo: Connection) {
    this.#messages = nativeOn(mongo, GroupMessageModel);
  }

  /** @param observer told of every message. Must not fail. */
  onWritten(observer: (id: MessageId) => void): void {
    this.#onWritten = observer;
  }

  /** Keeps a message with its event; sent again, it is the one that is there already. */
  async post(message: GroupMessage): Promise<GroupMessage> {
    const { messageId, groupOrderId, pickupPointId, text, postedAt } = message;
    const data = { messageId, groupOrderId, pickupPointId, text, postedAt: postedAt.toISOString() };
    const told = event('orders.group_message_posted.v1', messageId, data, { now: postedAt, id: messageId });
    const { messageId: _id, ...rest } = message;
    try {
      await this.#messages.insertOne({ _id, ...rest, outbox: [told] });
      this.#onWritten(_id);
      return message;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const known = await this.#messages.findOne({ _id });
      return known ? toMessage(known) : message;
    }
  }

  /** Newest first. */
  list(groupOrderId: GroupOrderId, wish: PageWish): Promise<Page<GroupMessage>> {
    return pageByKey({
      order: newestFirst('postedAt', MessageId),
      wish,
      find: (beyond) => this.#messages.find({ groupOrderId, ...beyond }),
      present: toMessage,
    });
  }
}

const toMessage = ({ _id, outbox: _outbox, ...rest }: Stored): GroupMessage => ({ messageId: _id, ...rest });
