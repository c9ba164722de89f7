import { type AccountId, type PickupPointId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type PickupPointDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { decideLeader, type Leader } from './decideLeader';

/** An operator gives the point to a leader, or leaves it without one. */
export async function assignLeader(
  deps: DeliveryDeps,
  id: PickupPointId,
  { version, accountId }: { readonly version: number; readonly accountId: AccountId | null },
): Promise<PickupPointDoc> {
  const point = found(await deps.store.points.find(id));
  const leader = accountId === null ? undefined : await leaderCalled(deps, accountId);
  const after = await decideLeader(deps, point, leader, { decidedAt: deps.now(), version });
  if (!after) throw new Refused('CHANGED_MEANWHILE');
  return after;
}

async function leaderCalled({ identity }: DeliveryDeps, accountId: AccountId): Promise<Leader> {
  const { accounts } = await identity.lookUpAccounts({ body: { accountIds: [accountId] } });
  const account = accounts.find((one) => one.accountId === accountId && one.roles.includes('leader'));
  if (!account) throw new Refused('LEADER_UNKNOWN');
  return {
    accountId,
    displayName: account.displayName,
    ...(account.phone === undefined ? {} : { phone: account.phone }),
  };
}
