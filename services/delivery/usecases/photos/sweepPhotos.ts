import { type DeliveryDeps } from '../deps';

const unusedForMs = 2 * 24 * 3600_000;

/** Drops photos that nothing came to name. */
export const sweepPhotos = ({ store }: DeliveryDeps, now: Date): Promise<void> =>
  store.photos.dropUnused(new Date(now.getTime() - unusedForMs));
