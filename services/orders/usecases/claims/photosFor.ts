import { subDays } from 'date-fns';
import { type AccountId, type ClaimId, type OrderId, type PhotoId } from '#shared/contracts/ids';
import { Refused } from '#shared/kit/domainError';
import { claimsOf } from '../../domain/claims/claim';
import { type ClaimPhoto } from '../../storage/claimPhotoStore';
import { type ClaimDeps } from './claimDeps';

type Deps = Pick<ClaimDeps, 'claimPhotos' | 'orders' | 'now'>;
type Wish = { readonly orderId: OrderId; readonly claimId: ClaimId; readonly by: AccountId };

/** Copies are looked for among photos of so many days. */
const days = 180;

/**
 * Names photos in a claim that is about to be written. After a crash, or when the claim is refused afterwards, they name a claim that
 * does not exist: another one may have them.
 * @throws {Refused} CLAIM_PHOTO_UNKNOWN for photos of others, or of another order; CLAIM_PHOTO_USED
 */
export async function photosFor(
  deps: Deps,
  { orderId, claimId, by }: Wish,
  ids: readonly PhotoId[],
): Promise<ClaimPhoto[]> {
  const photos = await deps.claimPhotos.find(ids);
  if (
    photos.length < ids.length ||
    photos.some((photo) => photo.ownerAccountId !== by || photo.orderId !== orderId)
  )
    throw new Refused('CLAIM_PHOTO_UNKNOWN');
  for (const photo of photos) {
    const isFree = photo.claimId === claimId || !(await isKept(deps, photo));
    if (!isFree || !(await deps.claimPhotos.name(photo, claimId))) throw new Refused('CLAIM_PHOTO_USED');
  }
  return photos.map((photo) => ({ ...photo, claimId }));
}

/** Whether a claim that exists names the photo. */
export async function isKept({ orders }: Pick<Deps, 'orders'>, photo: ClaimPhoto): Promise<boolean> {
  const { claimId, orderId } = photo;
  if (claimId === undefined) return false;
  const order = await orders.find(orderId);
  return order !== undefined && claimsOf(order).some((claim) => claim.claimId === claimId);
}

/** Photos of others, or of other claims, that look almost like these, and what each is like. */
export async function nearDuplicates({ claimPhotos, now }: Deps, photos: readonly ClaimPhoto[]) {
  const since = subDays(now(), days);
  const found = await Promise.all(
    photos.map(async (like) =>
      (await claimPhotos.alike(like, since)).map(({ photo, differs }) => ({ like, photo, differs })),
    ),
  );
  return found.flat();
}
