import { type GroupOrderId } from '#shared/contracts/ids';
import { leaderOf } from '../../clients/pickupPoints';
import { GroupSum } from '../../domain/groupOrder';
import { type OrdersDeps } from '../deps';

export type SummingDeps = Pick<OrdersDeps, 'groupOrders' | 'groupMembers' | 'terms' | 'now'>;

const maxTries = 10;

/** Brings a group up to its orders as they are now. */
export async function sumUp(deps: SummingDeps, id: GroupOrderId): Promise<void> {
  const { groupOrders, groupMembers, terms, now } = deps;
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const read = await groupOrders.read(id);
    if (!read) return;
    const sum = new GroupSum(await leaderOf(terms, read.group.pickupPointId));
    for await (const member of groupMembers.membersOf(id)) sum.add(member);
    const after = sum.apply(read.group, now());
    if (after === read.group || (await groupOrders.save(read.group, after))) {
      await groupOrders.clear(id, read.marks);
      return;
    }
  }
  throw new Error(`Group order ${id} never stood still`);
}
