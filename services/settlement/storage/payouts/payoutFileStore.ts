import { type Connection, type mongo } from 'mongoose';
import { type Page } from '#shared/contracts/common';
import { type PayoutFileId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { isDuplicateKey } from '#shared/kit/mongo/duplicateKey';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { byNumber, pageByKey, type PageWish } from '#shared/kit/mongo/pages';
import { Overloaded } from '#shared/kit/batch/overloaded';
import { type PayoutFile } from '../../domain/payouts/file';

type StoredFile = Omit<PayoutFile, 'id'> & { _id: PayoutFileId };

const PayoutFileModel = defineModel<StoredFile>({
  name: 'PayoutFile',
  collection: 'payout_files',
  indexes: [[{ number: -1 }, { unique: true }]],
});

const toFile = ({ _id, ...rest }: StoredFile): PayoutFile => ({ ...rest, id: _id });
const maxTries = 20;

/** The files for the bank, numbered without a gap. */
export class PayoutFileStore {
  readonly #files: mongo.Collection<StoredFile>;

  constructor(connection: Connection) {
    this.#files = nativeOn(connection, PayoutFileModel);
  }

  /** Adds a file under the next number; one of this id stays as it is, and is given back. */
  async add({ id, ...rest }: Omit<PayoutFile, 'number' | 'fetched'>): Promise<PayoutFile> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const known = await this.find(id);
      if (known) return known;
      const [last] = await this.#files.find().sort({ number: -1 }).limit(1).toArray();
      const stored = { ...rest, _id: id, number: (last?.number ?? 0) + 1, fetched: 0 };
      try {
        await this.#files.insertOne(stored);
        return toFile(stored);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    }
    throw new Overloaded('read and write the numbers of the files for the bank', maxTries);
  }

  async find(id: PayoutFileId): Promise<PayoutFile | undefined> {
    const stored = await this.#files.findOne({ _id: id });
    return stored ? toFile(stored) : undefined;
  }

  /** Counts that it was given out once more. @throws {Refused} NOT_FOUND */
  async fetched(id: PayoutFileId): Promise<PayoutFile> {
    const counted = await this.#files.findOneAndUpdate(
      { _id: id },
      { $inc: { fetched: 1 } },
      { returnDocument: 'after' },
    );
    return toFile(found(counted));
  }

  /** Newest first. */
  list(wish: PageWish): Promise<Page<PayoutFile>> {
    return pageByKey({
      order: [byNumber('number', 'falling')],
      wish,
      find: (beyond) => this.#files.find(beyond),
      present: toFile,
    });
  }
}
