import { type Connection } from 'mongoose';
import { type AccountId, type GroupOrderId, type PickupPointId } from '#shared/contracts/ids';
import { nativeOn } from '#shared/kit/mongo/models';
import { livingStatuses, type Member } from '../domain/groupOrder';
import { type OrderLine } from '../domain/line';
import { refundableOfLine } from '../domain/refunds';
import { type OrderCollection, OrderModel, type StoredOrder } from './orderModel';

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

/** Units and money of one Sku over a group. */
export type ProductSum = {
  readonly line: OrderLine;
  readonly units: number;
  readonly orders: number;
  readonly fen: number;
};

type Neighbour = { readonly name: string; readonly phone: string };

/** Who is in a group, and what they bought. */
export class GroupMemberStore {
  readonly #orders: OrderCollection;

  constructor(mongo: Connection) {
    this.#orders = nativeOn(mongo, OrderModel);
  }

  /** The living orders of a group, the latest placed first, read little by little. */
  async *membersOf(groupOrderId: GroupOrderId): AsyncGenerator<Member> {
    const found = this.#orders
      .find(
        { groupOrderId, status: { $in: [...livingStatuses] } },
        { projection: memberFields, batchSize: 500 },
      )
      .sort({ placedAt: -1, _id: -1 });
    for await (const order of found) yield order as Found;
  }

  /** Totals by product over the living orders of a group, most units first. */
  async productsOf(groupOrderId: GroupOrderId): Promise<ProductSum[]> {
    const sums = new Map<string, ProductSum>();
    for await (const member of this.membersOf(groupOrderId))
      for (const line of member.lines.filter(({ allocated }) => allocated > 0)) {
        const known = sums.get(line.offer.offerId) ?? { line, units: 0, orders: 0, fen: 0 };
        sums.set(line.offer.offerId, {
          line,
          units: known.units + line.allocated,
          orders: known.orders + 1,
          fen: known.fen + refundableOfLine(member, line.lineId),
        });
      }
    return [...sums.values()].sort((a, b) => b.units - a.units);
  }

  /** Whether the account has an order in the group, whatever became of it. */
  async has(groupOrderId: GroupOrderId, accountId: AccountId): Promise<boolean> {
    return (await this.#orders.findOne({ accountId, groupOrderId }, { projection: { _id: 1 } })) !== null;
  }

  /** Neighbours whom the account ordered for lately at a pickup point, each once, the latest first. */
  async neighboursOf(accountId: AccountId, pickupPointId: PickupPointId): Promise<Neighbour[]> {
    const found = await this.#orders
      .find({ accountId, pickupPointId, onBehalfOf: { $exists: true } }, { projection: { onBehalfOf: 1 } })
      .sort({ placedAt: -1, _id: -1 })
      .limit(500)
      .toArray();
    const byPhone = new Map<string, Neighbour>();
    for (const { onBehalfOf } of found)
      if (onBehalfOf && onBehalfOf.phone !== '' && !byPhone.has(onBehalfOf.phone))
        byPhone.set(onBehalfOf.phone, onBehalfOf);
    return [...byPhone.values()].slice(0, 100);
  }
}
