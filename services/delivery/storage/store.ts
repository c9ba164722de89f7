import { randomBytes } from 'node:crypto';
import { type Connection } from 'mongoose';
import { type FileStore } from '#shared/kit/files/fileStore';
import { fleetStore } from './fleet';
import { followedStore } from './followed';
import { groupBuyStore } from './groupBuys';
import { guessStore } from './guesses';
import { type Collections, collectionsOn } from './models';
import { photoStore } from './photos';
import { pickupCodeStore } from './pickupCodes';
import { pickupPointStore } from './pickupPoints';
import { planStore } from './plans';
import { receiptStore } from './receipts';
import { routeStore } from './routes';

/** Everything that delivery keeps, in the words of the domain. */
export function createStore(connection: Connection, photoFiles: FileStore) {
  const collections = collectionsOn(connection);
  const { pickupPoints, plans, routes, receipts, codes } = collections;
  return {
    points: pickupPointStore(collections),
    fleet: fleetStore(collections),
    plans: planStore(collections),
    routes: routeStore(collections),
    receipts: receiptStore(collections),
    codes: pickupCodeStore(collections),
    followed: followedStore(collections),
    groupBuys: groupBuyStore(collections),
    guesses: guessStore(collections),
    photos: photoStore(collections, photoFiles),
    /** The secret that pickup codes are signed with: made by the first process that asks, the same for all. */
    signingKey: () => signingKey(collections),
    /** Those with an outbox, by the names that the relay is nudged with. */
    relayed: { pickupPoints, plans, routes, receipts, codes },
  };
}
export type Store = ReturnType<typeof createStore>;

async function signingKey({ keys }: Collections): Promise<Buffer> {
  const _id = 'pickup-codes';
  await keys.updateOne(
    { _id },
    { $setOnInsert: { secret: randomBytes(32).toString('base64') } },
    { upsert: true },
  );
  const key = await keys.findOne({ _id });
  if (!key) throw new Error('The key of pickup codes could not be stored');
  return Buffer.from(key.secret, 'base64');
}
