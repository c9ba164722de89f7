import { type Redemption } from '../../../shared/contracts/delivery/pickupViews';
import { type StopView } from '../../../shared/contracts/delivery/stopViews';
import { type CycleId, type OrderId, type PickupPointId } from '../../../shared/contracts/ids';
import { type commissionsApi } from '../../../shared/contracts/settlement/commissions';
import { type ReplyOf } from '../../../shared/contracts/endpoint';
import { type GroupOrderView } from '../../../shared/contracts/orders/groupOrders';
import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { newKey } from './person';
import { takePhoto } from './photo';
import { type Cart, type Place, Shopper } from './shopper';
import { allPages } from './waiting';

type Neighbour = { readonly name: string; readonly phone: string };

type CommissionEntry = ReplyOf<typeof commissionsApi.listCommissionEntries>['items'][number];

/** A neighbour who runs a pickup point, and may buy as well. */
export class Leader extends Shopper {
  /** The group order of one cycle at the leader's point; absent while nobody ordered. */
  async groupOrder(pickupPointId: PickupPointId, cycleId: CycleId): Promise<GroupOrderView | undefined> {
    const { items } = await this.api.orders.listGroupOrders({ query: { pickupPointId } });
    return items.find((group) => group.cycleId === cycleId);
  }

  write({ groupOrderId }: GroupOrderView, text: string): Promise<unknown> {
    return this.api.orders.postGroupMessage({
      params: { groupOrderId },
      body: { text },
      idempotencyKey: newKey(),
    });
  }

  async orderForNeighbour(place: Place, cart: Cart, neighbour: Neighbour): Promise<OrderView> {
    const { amounts } = await this.quote(place, cart);
    return this.api.orders.placeOrder({
      body: {
        ...place,
        lines: [...cart],
        recipient: neighbour,
        onBehalfOf: neighbour,
        expectedTotal: amounts.total,
      },
      idempotencyKey: newKey(),
    });
  }

  /** Counted everything, and it is right. */
  confirm({ stopId }: StopView): Promise<StopView> {
    return this.api.delivery.confirmReceipt({ params: { stopId }, body: { differences: [] } });
  }

  /** Counted everything; of one Sku some units are missing, which a photo shows. */
  async reportMissing(stop: StopView, missing: Missing): Promise<StopView> {
    const { crateId, skuId, packed, units } = missing;
    const photoId = await takePhoto(this);
    const difference = { crateId, skuId, received: packed - units, heldBy: 'facility', photoId } as const;
    return this.api.delivery.confirmReceipt({
      params: { stopId: stop.stopId },
      body: { differences: [{ ...difference, note: 'The crate came with the seal broken.' }] },
    });
  }

  /** Redeems the digits or the text of the QR code that a neighbour presents. */
  redeem(pickupPointId: PickupPointId, code: string): Promise<Redemption> {
    return this.api.delivery.redeem({ body: { pickupPointId, code }, idempotencyKey: newKey() });
  }

  /** Handed out without a signal; sent when there is one again. */
  async sync(pickupPointId: PickupPointId, code: string, key: string): Promise<string> {
    const redemptions = [{ key, code, at: this.connection.time.now().toISOString() }];
    const { results } = await this.api.delivery.syncRedemptions({ body: { pickupPointId, redemptions } });
    return results[0]?.outcome ?? 'no answer';
  }

  commissions(): Promise<CommissionEntry[]> {
    return allPages((cursor) =>
      this.api.settlement.listCommissionEntries({ query: { limit: '100', ...(cursor ? { cursor } : {}) } }),
    );
  }

  /** Orders that wait to be handed out. */
  async waiting(pickupPointId: PickupPointId): Promise<OrderId[]> {
    const orders = await allPages((cursor) =>
      this.api.delivery.listHandOuts({
        params: { pickupPointId },
        query: { state: 'ready', limit: '100', ...(cursor ? { cursor } : {}) },
      }),
    );
    return orders.map(({ orderId }) => orderId);
  }
}

type Crate = StopView['crates'][number];
export type Missing = {
  readonly crateId: Crate['crateId'];
  readonly skuId: Crate['items'][number]['skuId'];
  readonly packed: number;
  readonly units: number;
};
