import { subDays } from 'date-fns';
import { type ClaimDeps } from './claimDeps';
import { isKept } from './photosFor';

const unusedForDays = 10;

/** Drops photos that no claim came to name, and keeps those that one names whose writer died before it said so. */
export async function sweepClaimPhotos(
  deps: Pick<ClaimDeps, 'claimPhotos' | 'orders'>,
  now: Date,
): Promise<void> {
  for (const photo of await deps.claimPhotos.unused(subDays(now, unusedForDays)))
    if (await isKept(deps, photo)) await deps.claimPhotos.keep([photo.photoId]);
    else await deps.claimPhotos.drop(photo.photoId);
}
