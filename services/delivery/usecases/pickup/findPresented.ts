import { type AccountId, type PickupPointId } from '#shared/contracts/ids';
import { found, notFound, Refused } from '#shared/kit/domainError';
import { type PickupCodeDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { readPresented } from '../../tokens/codeFaces';
import { openIfReady } from './orderReady';

export type Presenter = {
  readonly leader: AccountId;
  readonly pickupPointId: PickupPointId;
  /** The network address that the request came from. */
  readonly address: string;
};

export type PresentedCode = { readonly code: PickupCodeDoc; readonly digits: string };

/** @throws {Refused} NOT_FOUND unless the account leads the point. */
export async function assertLeads(
  { store }: Pick<DeliveryDeps, 'store'>,
  { leader, pickupPointId }: Pick<Presenter, 'leader' | 'pickupPointId'>,
): Promise<void> {
  const point = found(await store.points.find(pickupPointId));
  if (point.leader?.accountId !== leader) throw notFound();
}

/**
 * The order whose code was presented at this point. Wrong codes are counted per leader and per address, in the database, before the
 * code is looked at: whoever guesses is locked out for longer and longer. A typing error, which the check digit shows, is free.
 * @throws {Refused} PICKUP_CODE_WRONG, PICKUP_LOCKED
 */
export async function findPresented(
  deps: DeliveryDeps,
  presenter: Presenter,
  presentedCode: string,
): Promise<PresentedCode> {
  const presented = readPresented(deps.signingKey, presentedCode);
  if (presented.kind === 'mistyped') throw new Refused('PICKUP_CODE_WRONG');
  const giveBack = await takeTry(deps, presenter);
  if (presented.kind === 'forged') throw new Refused('PICKUP_CODE_WRONG');
  const { digits } = presented;
  const { codes } = deps.store;
  const code =
    (await codes.findActive(presenter.pickupPointId, digits)) ??
    (await codes.findSpent(presenter.pickupPointId, digits));
  if (!code || (presented.kind === 'qr' && presented.orderId !== code._id))
    throw new Refused('PICKUP_CODE_WRONG');
  await giveBack();
  return { code: await openIfReady(deps, code), digits };
}

async function takeTry(
  { store, now }: DeliveryDeps,
  { leader, pickupPointId, address }: Presenter,
): Promise<() => Promise<void>> {
  const who = [`${pickupPointId}|leader|${leader}`, `${pickupPointId}|address|${address}`];
  for (const [index, one] of who.entries()) {
    const lockedUntil = await store.guesses.take(one, now());
    if (!lockedUntil) continue;
    for (const taken of who.slice(0, index)) await store.guesses.giveBack(taken, now());
    throw new Refused('PICKUP_LOCKED', undefined, { lockedUntil: lockedUntil.toISOString() });
  }
  return async () => {
    for (const one of who) await store.guesses.giveBack(one, now());
  };
}
