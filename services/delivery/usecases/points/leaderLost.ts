import { type AccountId } from '#shared/contracts/ids';
import { type DeliveryDeps } from '../deps';
import { decideLeader } from './decideLeader';

/** The account may no longer lead (it lost the role, or was deleted): its points wait for another leader. */
export async function leaderLost(deps: DeliveryDeps, accountId: AccountId, decidedAt: Date): Promise<void> {
  for (const point of await deps.store.points.ledBy(accountId))
    await decideLeader(deps, point, undefined, { decidedAt });
}
