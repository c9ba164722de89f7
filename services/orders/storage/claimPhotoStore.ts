import { type Connection, type mongo } from 'mongoose';
import { type AccountId, type ClaimId, type OrderId, type PhotoId } from '#shared/contracts/ids';
import { type ClaimPhotoSource } from '#shared/contracts/orders/claimViews';
import { type FileStore } from '#shared/kit/files/fileStore';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { bandsOf, differences, mostDifferences } from '../domain/claims/likeness';

/** A photo that was taken for a claim on an order. */
export type ClaimPhoto = {
  readonly photoId: PhotoId;
  readonly ownerAccountId: AccountId;
  readonly orderId: OrderId;
  readonly width: number;
  readonly height: number;
  readonly source: ClaimPhotoSource;
  readonly numberOfTheDay: boolean;
  /** 64 bits as 16 hexadecimal digits: alike pictures have alike ones. */
  readonly fingerprint: string;
  readonly takenAt: Date;
  /** The claim that names it. */
  readonly claimId?: ClaimId;
};

type Stored = Omit<ClaimPhoto, 'photoId'> & {
  _id: PhotoId;
  /** Parts of the fingerprint, by which alike pictures are found. */
  bands: readonly string[];
  /** Until a claim that exists names it. */
  unusedSince?: Date;
};

/** A photo that looks almost like another. */
export type Alike = { readonly photo: ClaimPhoto; readonly differs: number };

const ClaimPhotoModel = defineModel<Stored>({
  name: 'ClaimPhoto',
  collection: 'claim_photos',
  indexes: [[{ bands: 1, takenAt: -1 }], [{ orderId: 1 }], [{ unusedSince: 1 }, { sparse: true }]],
});

const fileOf = (id: PhotoId) => `${id}.webp`;
const lookedAt = 300;
const droppedAtOnce = 100;

/** Photos as files, what is known about them in the database. */
export class ClaimPhotoStore {
  readonly #photos: mongo.Collection<Stored>;
  readonly #files: FileStore;

  constructor(connection: Connection, files: FileStore) {
    this.#photos = nativeOn(connection, ClaimPhotoModel);
    this.#files = files;
  }

  /** The file is whole before anything names it; a file without a document is written again by the retry. */
  async put({ photoId, ...photo }: ClaimPhoto, bytes: Buffer): Promise<void> {
    await this.#files.put(fileOf(photoId), bytes);
    await this.#photos.updateOne(
      { _id: photoId },
      { $setOnInsert: { ...photo, bands: bandsOf(photo.fingerprint), unusedSince: photo.takenAt } },
      { upsert: true },
    );
  }

  async find(ids: readonly PhotoId[]): Promise<ClaimPhoto[]> {
    const found = await this.#photos.find({ _id: { $in: [...ids] } }).toArray();
    return ids.flatMap((id) => found.filter(({ _id }) => _id === id)).map(toPhoto);
  }

  read(id: PhotoId): Promise<Buffer | undefined> {
    return this.#files.get(fileOf(id));
  }

  /** Names a photo in a claim, in place of the claim that `photo` names. @returns false when another one was quicker. */
  async name({ photoId, claimId: before }: ClaimPhoto, claimId: ClaimId): Promise<boolean> {
    const was = before ?? { $exists: false };
    const { matchedCount } = await this.#photos.updateOne(
      { _id: photoId, $or: [{ claimId: was }, { claimId }] },
      { $set: { claimId } },
    );
    return matchedCount === 1;
  }

  /** The claim that names these is kept: they are, too. */
  async keep(ids: readonly PhotoId[]): Promise<void> {
    await this.#photos.updateMany({ _id: { $in: [...ids] } }, { $unset: { unusedSince: '' } });
  }

  /** Photos of other orders, and of other claims of its own, since `since` that look almost like `photo`, the most alike first. */
  async alike({ photoId, orderId, fingerprint, claimId }: ClaimPhoto, since: Date): Promise<Alike[]> {
    const found = await this.#photos
      .find({ bands: { $in: bandsOf(fingerprint) }, takenAt: { $gte: since } })
      .sort({ takenAt: -1 })
      .limit(lookedAt)
      .toArray();
    return found
      .filter((one) => one._id !== photoId && (one.orderId !== orderId || isOfOther(one, claimId)))
      .map((one) => ({ photo: toPhoto(one), differs: differences(one.fingerprint, fingerprint) }))
      .filter(({ differs }) => differs <= mostDifferences)
      .sort((a, b) => a.differs - b.differs);
  }

  /** Some photos that no claim is known to name. */
  async unused(before: Date): Promise<ClaimPhoto[]> {
    const found = await this.#photos
      .find({ unusedSince: { $lt: before } })
      .limit(droppedAtOnce)
      .toArray();
    return found.map(toPhoto);
  }

  /** The file goes first: a document without a file is found again. */
  async drop(id: PhotoId): Promise<void> {
    await this.#files.remove(fileOf(id));
    await this.#photos.deleteOne({ _id: id, unusedSince: { $exists: true } });
  }
}

/** A photo that was taken again for the same claim is no copy. */
const isOfOther = (one: Pick<ClaimPhoto, 'claimId'>, claimId: ClaimId | undefined): boolean =>
  one.claimId !== undefined && one.claimId !== claimId;

const toPhoto = ({ _id, bands: _bands, unusedSince: _unused, ...photo }: Stored): ClaimPhoto => ({
  photoId: _id,
  ...photo,
});
