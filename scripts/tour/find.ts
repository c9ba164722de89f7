import { Courier } from '../demo/actors/courier';
import { Leader } from '../demo/actors/leader';
import { Operator } from '../demo/actors/operator';
import { Shopper } from '../demo/actors/shopper';
import { type Connection } from '../demo/actors/connection';
import { demoSignIn } from './signIns';

/** What there is to see on a lived-in demo, by the ids that pages are opened with. */
export type Found = {
  readonly offerId: string;
  /** An order that waits to be collected. */
  readonly ready: string;
  readonly unpaid: string;
  readonly routeId: string;
  readonly stopId: string;
  readonly productId: string;
  readonly cycleId: string;
  /** Of the demo's leader. */
  readonly payoutId: string;
  /** Goods of it came already, if of any. */
  readonly purchaseOrderId: string;
  readonly supplierId: string;
  /** A day that was compared with a payment provider, as a query. */
  readonly close: string;
  /** A claim that waits for a person, as a query; the demo may have none. */
  readonly claim?: string;
};

/** Looks through the public API for what the pages show, and leaves one order unpaid. */
export async function findThings(connection: Connection): Promise<Found> {
  const {
    shopper: shopperPhone,
    leader: leaderPhone,
    courier: courierPhone,
    operator: staff,
    code,
  } = demoSignIn;
  const shopper = new Shopper(connection);
  await shopper.signInWithPhone(shopperPhone, code);
  const { items: orders } = await shopper.api.orders.listOwnOrders({ query: {} });
  const ready = orders.find(({ status }) => status === 'ready') ?? orders[0];
  if (!ready) throw new Error('the demo shopper has no order: is this a lived-in demo?');
  const { pickupPointId } = await shopper.look(ready.orderId);
  const { items: offers, cycle } = await shopper.api.catalog.listOffers({
    query: { pickupPointId, kind: 'group', limit: '12' },
  });
  const offer = offers[0];
  if (!offer || !cycle) throw new Error('the demo sells nothing now');
  const { cycleId } = cycle;
  const [plain] = (await shopper.browse(pickupPointId)).filter(({ group, flash }) => !group && !flash);
  const cart = [{ offerId: (plain ?? offer).offerId, quantity: 2 }];
  const unpaid = await shopper.order({ cycleId, pickupPointId }, cart);
  const courier = new Courier(connection);
  await courier.signInWithPhone(courierPhone, code);
  const { items: routes } = await courier.api.delivery.listMyRoutes({ query: {} });
  const route = routes.find(({ status }) => status === 'under_way') ?? routes[0];
  if (!route) throw new Error('the demo courier has no route');
  const { stops } = await courier.look(route.routeId);
  const stop = stops.find(({ status }) => status === 'pending') ?? stops[0];
  const leader = new Leader(connection);
  await leader.signInWithPhone(leaderPhone, code);
  const { items: payouts } = await leader.api.settlement.listOwnPayouts({ query: { limit: '1' } });
  const operator = new Operator(connection);
  await operator.signInWithPassword(staff.username, staff.password);
  const { items: products } = await operator.api.catalog.listProducts({ query: { limit: '1' } });
  const { items: purchases } = await operator.api.settlement.listSupplierOrders({ query: { limit: '100' } });
  const purchase = purchases.find(({ received }) => received.amount > 0) ?? purchases[0];
  const { items: closes } = await operator.api.settlement.listDayCloses({ query: { limit: '1' } });
  const { cityId } = await shopper.look(ready.orderId);
  const { items: claims } = await operator.api.orders.listClaimsToDecide({ query: { cityId, limit: '1' } });
  const [waiting] = claims;
  return {
    ...(waiting && { claim: `orderId=${waiting.claim.orderId}&claimId=${waiting.claim.claimId}` }),
    offerId: offer.offerId,
    ready: ready.orderId,
    unpaid: unpaid.orderId,
    routeId: route.routeId,
    stopId: stop?.stopId ?? '',
    productId: products[0]?.productId ?? '',
    cycleId,
    payoutId: payouts[0]?.payoutId ?? '',
    purchaseOrderId: purchase?.purchaseOrderId ?? '',
    supplierId: purchase?.supplierId ?? '',
    close: `provider=${closes[0]?.provider ?? 'stripe'}&day=${closes[0]?.day ?? ''}`,
  };
}
