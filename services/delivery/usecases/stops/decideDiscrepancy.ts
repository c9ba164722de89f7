import { addDays } from 'date-fns';
import { type Payer } from '#shared/contracts/events/orderFacts';
import { type AccountId, type DiscrepancyId } from '#shared/contracts/ids';
import { found, Refused } from '#shared/kit/domainError';
import { type DisputeDecision, type ReceiptDoc } from '../../storage/documents';
import { type DeliveryDeps } from '../deps';
import { event } from '../event';

type Asked = { readonly payer: Payer; readonly reason: string };

/**
 * Ends a dispute about what was counted: who bears it, and why. Orders charges what went back to shoppers by the event. Decided the same
 * again, nothing changes; decided otherwise, both stay readable and the later one counts.
 * @throws {Refused} DISPUTE_CLOSED when it was decided, and claims about that day are over; PAYER_NOT_NAMED when nobody leads the point
 */
export async function decideDiscrepancy(
  deps: DeliveryDeps,
  id: DiscrepancyId,
  by: AccountId,
  { payer, reason }: Asked,
) {
  const { store, now, nudge } = deps;
  const receipt = found(await store.receipts.findByDiscrepancy(id));
  const { decisions = [], ...discrepancy } = discrepancyOf(receipt, id);
  const last = decisions.at(-1);
  if (last?.payer === payer && last.reason === reason) return shown(receipt, id);
  const { rules } = await deps.cityOf(receipt.cityId);
  if (last && now() > addDays(receipt.receivedAt, rules.otherClaimDays)) throw new Refused('DISPUTE_CLOSED');
  const decision: DisputeDecision = { payer, reason, at: now(), by };
  const told = event(
    'delivery.discrepancy_decided.v1',
    receipt._id,
    {
      ...namesOf(receipt),
      ...{ discrepancyId: id, skuId: discrepancy.skuId, payer },
      ...(await payerAccount(deps, receipt, payer)),
      ...{ decidedBy: by, decidedAt: decision.at.toISOString() },
    },
    { now: decision.at },
  );
  const after = await store.receipts.decide(id, decisions.length, { decision, told });
  // Somebody else was quicker: theirs is looked at, and this one decided upon it.
  if (!after) return decideDiscrepancy(deps, id, by, { payer, reason });
  nudge('receipts', receipt._id);
  return shown(after, id);
}

const discrepancyOf = ({ discrepancies }: Pick<ReceiptDoc, 'discrepancies'>, id: DiscrepancyId) =>
  found(discrepancies.find(({ discrepancyId }) => discrepancyId === id));

const shown = (receipt: ReceiptDoc, id: DiscrepancyId) => ({
  ...receipt,
  discrepancies: discrepancyOf(receipt, id),
});

const namesOf = ({ _id: stopId, routeId, cityId, consolidationId, pickupPointId }: ReceiptDoc) => ({
  ...{ stopId, routeId, cityId, consolidationId, pickupPointId },
});

/** Whose account it is: the courier who brought it, or who leads the point now. */
async function payerAccount({ store }: DeliveryDeps, receipt: ReceiptDoc, payer: Payer) {
  if (payer === 'courier') return { payerAccountId: receipt.courierAccountId };
  if (payer !== 'leader') return {};
  const leader = (await store.points.find(receipt.pickupPointId))?.leader;
  if (!leader) throw new Refused('PAYER_NOT_NAMED');
  return { payerAccountId: leader.accountId };
}
