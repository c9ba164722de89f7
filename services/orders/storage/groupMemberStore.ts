import { type AccountId, type GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { livingStatuses, type Member } from '../domain/groupOrder';
import { type OrderLine } from '../domain/line';
import { type OrderCollection } from './orderStore';
import { type StoredOrder } from './orderModel';

/** What summing up reads of an order: a third of it, of offers what names them, groups them and pays for them. */
const memberFields = {
  accountId: 1,
  recipient: 1,
  onBehalfOf: 1,
  amounts: 1,
  'refunds.fen': 1,
  'refunds.lines': 1,
  status: 1,
  paidAt: 1,
  'lines.lineId': 1,
  'lines.ordered': 1,
  'lines.allocated': 1,
  'lines.price.chargedFen': 1,
  'lines.offer.offerId': 1,
  'lines.offer.skuId': 1,
  'lines.offer.title': 1,
  'lines.offer.pack': 1,
  'lines.offer.pictureUrl': 1,
  'lines.offer.group': 1,
  'lines.offer.commissionBasisPoints': 1,
} as const;

type Found = StoredOrder & { readonly paidAt: Date };

/** The living orders of a group, the latest placed first, read little by little. */
export async function* membersOf(
  orders: OrderCollection,
  groupOrderId: GroupOrderId,
): AsyncGenerator<Member> {
  const found = orders
    .find(
      { groupOrderId, status: { $in: [...livingStatuses] } },
      { projection: memberFields, batchSize: 500 },
    )
    .sort({ placedAt: -1, _id: -1 });
  for await (const order of found) yield order as Found;
}

/** Units and money of one Sku over a group. */
export type ProductSum = {
  readonly line: OrderLine;
  readonly units: number;
  readonly orders: number;
  readonly fen: number;
};

/** Totals by product over the living orders of a group, most units first. */
export async function productsOf(orders: OrderCollection, groupOrderId: GroupOrderId): Promise<ProductSum[]> {
  const sums = new Map<string, ProductSum>();
  for await (const member of membersOf(orders, groupOrderId))
    for (const line of member.lines.filter(({ allocated }) => allocated > 0)) {
      const refunded = member.refunds
        .flatMap(({ lines }) => lines)
        .filter(({ lineId }) => lineId === line.lineId)
        .reduce((sum, { fen }) => sum + fen, 0);
      const known = sums.get(line.offer.offerId) ?? { line, units: 0, orders: 0, fen: 0 };
      sums.set(line.offer.offerId, {
        line,
        units: known.units + line.allocated,
        orders: known.orders + 1,
        fen: known.fen + line.price.chargedFen - refunded,
      });
    }
  return [...sums.values()].sort((a, b) => b.units - a.units);
}

/** Whether the account has an order in the group, whatever became of it. */
export async function isMember(
  orders: OrderCollection,
  accountId: AccountId,
  groupOrderId: GroupOrderId,
): Promise<boolean> {
  return (await orders.findOne({ accountId, groupOrderId }, { projection: { _id: 1 } })) !== null;
}

/** Neighbours whom the account ordered for lately, each once, the latest first. */
export async function neighboursOf(
  orders: OrderCollection,
  accountId: AccountId,
  pickupPointId: PickupPointId,
): Promise<{ name: string; phone: string }[]> {
  const found = await orders
    .find({ accountId, pickupPointId, onBehalfOf: { $exists: true } }, { projection: { onBehalfOf: 1 } })
    .sort({ placedAt: -1, _id: -1 })
    .limit(500)
    .toArray();
  const byPhone = new Map<string, { name: string; phone: string }>();
  for (const { onBehalfOf } of found)
    if (onBehalfOf && onBehalfOf.phone !== '' && !byPhone.has(onBehalfOf.phone))
      byPhone.set(onBehalfOf.phone, onBehalfOf);
  return [...byPhone.values()].slice(0, 100);
}
