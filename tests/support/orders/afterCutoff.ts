import { type EventType } from '../../../shared/contracts/events';
import { type ToldData } from '../events';
import { fen, shopping } from './shopping';
import { type OrdersWorld, until } from './world';

export const operator = 'acc_boss:operator';

type Bought = { offer: string; quantity?: number; price: number };
export type Shopper = {
  who: string;
  lines: Bought[];
  point?: string;
  name?: string;
  onBehalfOf?: { name: string; phone: string };
  method?: 'card' | 'alipay';
};

/** What operators, leaders and delivery do once orders are paid, on the world that `worldOf` gives at that moment. */
export function afterCutoff(worldOf: () => OrdersWorld) {
  const { place, pay, payByHand, reaches } = shopping(worldOf);
  let told = 0;
  const act = {
    /** An order that is paid, with a card unless told otherwise; `price` of each line is what is charged for it. */
    buy: async ({ who, lines, point = 'ppt_001', name = '王梅', onBehalfOf, method = 'card' }: Shopper) => {
      const total = lines.reduce((sum, { price }) => sum + price, 0);
      const { body, status } = await place(
        {
          cycleId: 'cyc_20260301',
          pickupPointId: point,
          lines: lines.map(({ offer, quantity = 1 }) => ({ offerId: `off_${offer}`, quantity })),
          recipient: { name, phone: '13800138000' },
          ...(onBehalfOf ? { onBehalfOf } : {}),
          expectedTotal: fen(total),
        },
        { who },
      );
      if (status !== 201) throw new Error(`not placed: ${JSON.stringify(body)}`);
      const wish = method === 'card' ? { method, paymentMethodId: 'pm_card_visa' } : { method };
      await pay(body.orderId, wish, { who });
      if (method === 'alipay') {
        await payByHand(body.orderId);
        await worldOf().send('get', `/orders/${body.orderId}/payment`, who);
      }
      await reaches(body.orderId, 'paid');
      return body.orderId;
    },
    passCutoff: () => {
      const { catalog, now, pass } = worldOf();
      pass((Date.parse(catalog.cycle.cutoffAt) - now().getTime()) / 60_000);
    },
    get: async <T = object>(path: string, who = operator): Promise<T> =>
      (await worldOf().send('get', path, who)).body as T,
    /** The newest consolidation of the cycle, once it is there. */
    frozen: (version = 1) =>
      until(async () => {
        const { items } = await act.get<{
          items: { consolidationId: string; version: number; orders: number }[];
        }>('/consolidations?cityId=cit_hangzhou');
        return items.find((one) => one.version === version);
      }),
    tell: async <T extends EventType>(type: T, data: ToldData<T>) => {
      told += 1;
      const { deps, now } = worldOf();
      const occurredAt = now().toISOString();
      const event = { id: `told-${told}`, type, key: type, occurredAt, correlationId: 'test', data };
      await deps.bus.publish([event]);
    },
    depart: (consolidationId: string, points = ['ppt_001']) =>
      act.tell('delivery.route_departed.v1', {
        routeId: 'rou_1',
        cityId: 'cit_hangzhou',
        consolidationId,
        courierAccountId: 'acc_courier01',
        pickupPointIds: points,
        departedAt: worldOf().now().toISOString(),
      }),
    receive: (consolidationId: string, received: Record<string, number>, stop = 'stp_1') =>
      act.tell('delivery.stop_received.v1', {
        stopId: stop,
        routeId: 'rou_1',
        cityId: 'cit_hangzhou',
        consolidationId,
        pickupPointId: 'ppt_001',
        received: Object.entries(received).map(([sku, units]) => ({ skuId: `sku_${sku}`, units })),
        receivedAt: worldOf().now().toISOString(),
      }),
    sendBack: (consolidationId: string) =>
      act.tell('delivery.stop_sent_back.v1', {
        stopId: 'stp_1',
        routeId: 'rou_1',
        cityId: 'cit_hangzhou',
        consolidationId,
        pickupPointId: 'ppt_001',
        sentBackAt: worldOf().now().toISOString(),
      }),
    redeem: (orderId: string) =>
      act.tell('delivery.order_redeemed.v1', {
        orderId,
        pickupPointId: 'ppt_001',
        redemptionId: `red_${orderId.slice(4)}`,
        redeemedAt: worldOf().now().toISOString(),
        byProxy: false,
      }),
    decideOverdue: (orderId: string, kind: 'keep' | 'rescue' | 'discard') =>
      act.tell('delivery.overdue_decided.v1', {
        orderId,
        pickupPointId: 'ppt_001',
        kind,
        decidedBy: 'acc_leader001',
        decidedAt: worldOf().now().toISOString(),
      }),
    books: () =>
      act.get<{
        orders: Record<string, number>;
        moneyKept: { amount: number };
        goodsAndFees: { amount: number };
        commissionAccrued: { amount: number };
        checks: { name: string; holds: boolean; detail: string }[];
      }>('/books/cyc_20260301'),
    /** Waits until everything of the books holds; fails with what does not. */
    balanced: () =>
      until(async () => {
        const { checks } = await act.books();
        return checks.every(({ holds }) => holds);
      }).catch(async () => {
        throw new Error(JSON.stringify((await act.books()).checks.filter(({ holds }) => !holds)));
      }),
  };
  return act;
}
