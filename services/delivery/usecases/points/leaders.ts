import { type AccountId, type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { type Delivery } from '../delivery';
import { audiences } from '../live/broadcast';
import { pointChanged } from './pointFacts';

type Leader = NonNullable<PickupPointDoc['leader']>;

/** An operator gives the point to a leader, or leaves it without one. */
export async function assignLeader(
  delivery: Delivery,
  id: PickupPointId,
  { version, accountId }: { readonly version: number; readonly accountId: AccountId | null },
): Promise<PickupPointDoc> {
  const point = found(await delivery.store.points.find(id));
  const leader = accountId === null ? undefined : await leaderCalled(delivery, accountId);
  const after = await decide(delivery, point, leader, { decidedAt: delivery.now(), version });
  if (!after) throw new Refused('CHANGED_MEANWHILE');
  return after;
}

/** Identity approved an application: late and repeated news change nothing. */
export async function leaderApproved(
  delivery: Delivery,
  { pickupPointId, ...leader }: Leader & { readonly pickupPointId: PickupPointId },
  decidedAt: Date,
): Promise<void> {
  const point = await delivery.store.points.find(pickupPointId);
  if (!point) {
    delivery.log.warn({ pickupPointId }, 'a leader was approved for a pickup point that is not known');
    return;
  }
  await decide(delivery, point, leader, { decidedAt });
}

/** The account may no longer lead (it lost the role, or was deleted): its points wait for another leader. */
export async function leaderLost(delivery: Delivery, accountId: AccountId, decidedAt: Date): Promise<void> {
  for (const point of await delivery.store.points.ledBy(accountId))
    await decide(delivery, point, undefined, { decidedAt });
}

async function leaderCalled({ identity }: Delivery, accountId: AccountId): Promise<Leader> {
  const { accounts } = await identity.lookUpAccounts({ body: { accountIds: [accountId] } });
  const account = accounts.find((one) => one.accountId === accountId && one.roles.includes('leader'));
  if (!account) throw new Refused('LEADER_UNKNOWN');
  return {
    accountId,
    displayName: account.displayName,
    ...(account.phone === undefined ? {} : { phone: account.phone }),
  };
}

async function decide(
  { store, broadcast, nudge }: Delivery,
  point: PickupPointDoc,
  leader: Leader | undefined,
  when: { readonly decidedAt: Date; readonly version?: number },
): Promise<PickupPointDoc | undefined> {
  const event = pointChanged(
    { _id: point._id, cityId: point.cityId, open: point.open, leader },
    when.decidedAt,
  );
  const after = await store.points.decideLeader(point._id, leader, { ...when, event });
  if (!after) return undefined;
  nudge('pickupPoints', point._id);
  broadcast.dismiss(audiences.pickupPoint(point._id), leader?.accountId);
  return after;
}
