import { type AccountId } from '#shared/contracts/ids';
import { defineModel } from '#shared/kit/mongo/models';
import { type OutboxEvent } from '#shared/kit/outbox/outboxEvent';
import { outboxIndex } from '#shared/kit/outbox/outboxStore';
import { type Account } from '../domain/account';

type Fields = Omit<Account, 'status'>;

/** An account as it is stored, with its outbox. Of a deleted one only the id, the dates and events that must still leave. */
export type AccountDocument = {
  -readonly [K in keyof Fields]?: Fields[K];
} & {
  _id: AccountId;
  status: 'open' | 'closed' | 'deleted';
  /** See `foundBy` of the domain. */
  foundBy?: string[];
  deletedAt?: Date;
  /** Its sessions and applications have not been cleared away yet. */
  clearingDue?: true;
  version: number;
  outbox?: OutboxEvent[];
};

const text = { type: String };
const unique = (field: string) => ({ unique: true, partialFilterExpression: { [field]: { $exists: true } } });

export const accountModel = defineModel<AccountDocument>({
  name: 'Account',
  collection: 'accounts',
  fields: {
    _id: { type: String, required: true },
    status: { type: String, required: true, enum: ['open', 'closed', 'deleted'] },
    displayName: text,
    language: text,
    largeType: Boolean,
    roles: [String],
    phone: text,
    foundBy: [String],
    wechatOpenid: text,
    officialOpenids: Object,
    username: text,
    password: Object,
    addresses: [Object],
    openedAt: Date,
    lastSignInAt: Date,
    deletedAt: Date,
    clearingDue: Boolean,
    demo: Boolean,
    version: { type: Number, required: true },
    outbox: [Object],
  },
  indexes: [
    [{ phone: 1 }, unique('phone')],
    [{ wechatOpenid: 1 }, unique('wechatOpenid')],
    [{ username: 1 }, unique('username')],
    [{ openedAt: -1, _id: -1 }],
    [{ roles: 1, openedAt: -1, _id: -1 }],
    [{ foundBy: 1 }],
    [{ deletedAt: 1 }, { sparse: true }],
    [{ clearingDue: 1 }, { sparse: true }],
    [outboxIndex.key, { sparse: outboxIndex.sparse }],
  ],
});
