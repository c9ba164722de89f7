import { type Connection } from 'mongoose';
import { type FileStore } from '#shared/kit/files/fileStore';
import { keptSecret } from '#shared/kit/mongo/keptSecret';
import { fleetStore } from './fleet';
import { followedStore } from './followed';
import { groupBuyStore } from './groupBuys';
import { guessStore } from './guesses';
import { collectionsOn } from './models';
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
    /** The secret that pickup codes are signed with. */
    signingKey: () => keptSecret(collections.keys, 'pickup-codes'),
    /** Those with an outbox, by the names that the relay is nudged with. */
    relayed: { pickupPoints, plans, routes, receipts, codes },
  };
}
export type Store = ReturnType<typeof createStore>;
