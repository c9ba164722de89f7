import { type CityRules } from '#shared/contracts/cityRules';
import { type Position } from '#shared/contracts/common';
import { type CityId } from '#shared/contracts/ids';
import { type identityInternal } from '#shared/contracts/internal/identity';
import { type ordersInternal } from '#shared/contracts/internal/orders';
import { type Snapshot } from '#shared/contracts/realtime';
import { type SharedRuns } from '#shared/kit/batch/sharedRuns';
import { type Client } from '#shared/kit/client/client';
import { type Clock } from '#shared/kit/clock';
import { type Images } from '#shared/kit/images/images';
import { type Log } from '#shared/kit/log/log';
import { type Store } from '../storage/store';
import { type Broadcast } from './live/broadcast';
import { type PassedPositions } from './live/passedPositions';

export type City = { readonly timeZone: string; readonly centre: Position; readonly rules: CityRules };

/** What the use cases of delivery work with. */
export type DeliveryDeps = {
  readonly store: Store;
  /** Reads the photos that people send. */
  readonly images: Images;
  readonly orders: Client<typeof ordersInternal>;
  readonly identity: Client<typeof identityInternal>;
  /** Rules and time zone of a city, remembered for a while. */
  readonly cityOf: (cityId: CityId) => Promise<City>;
  readonly now: Clock;
  readonly log: Log;
  /** Says that a document was written with events, so that they leave at once. */
  readonly nudge: (collection: keyof Store['relayed'], id: string) => void;
  readonly broadcast: Broadcast;
  /** What a topic looks like, once for all who begin to follow it at the same time. */
  readonly sharedSnapshots: SharedRuns<Snapshot>;
  /** Couriers' positions on their way to those who follow. */
  readonly positions: PassedPositions;
  /** Runs what need not be waited for; a failure is logged, and the end of the service waits for it. */
  readonly inBackground: (name: string, work: () => Promise<unknown>) => void;
  /** The same, once for all that is asked under one key while it runs. */
  readonly latestInBackground: (name: string, key: string, work: () => Promise<unknown>) => void;
  /** What pickup codes are signed with. */
  readonly signingKey: Buffer;
};
