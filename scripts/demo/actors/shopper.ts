import { type OfferCard } from '../../../shared/contracts/catalog/shopping';
import { type PickupCodeView } from '../../../shared/contracts/delivery/pickupViews';
import { type CycleId, type OfferId, type OrderId, type PickupPointId } from '../../../shared/contracts/ids';
import { type OrderView } from '../../../shared/contracts/orders/orderViews';
import { type PaymentView } from '../../../shared/contracts/orders/paymentViews';
import { type PaymentWish } from '../../../shared/contracts/orders/payments';
import { type Quote } from '../../../shared/contracts/orders/quotes';
import { answerPayPage } from './payPage';
import { newKey, Person } from './person';
import { allPages, waitFor } from './waiting';

export type Cart = readonly { readonly offerId: OfferId; readonly quantity: number }[];
export type Place = { readonly cycleId: CycleId; readonly pickupPointId: PickupPointId };
/** `card` is charged at once, the others lead to a page where a person pays. */
export type WayToPay = 'card' | 'card_page' | 'alipay' | 'wechat_pay';

const goodCard = '4242 4242 4242 4242';

/** A neighbour who buys. */
export class Shopper extends Person {
  /** What the open cycle of a pickup point offers. */
  browse(pickupPointId: PickupPointId): Promise<OfferCard[]> {
    return allPages((cursor) =>
      this.api.catalog.listOffers({ query: { pickupPointId, limit: '100', ...(cursor ? { cursor } : {}) } }),
    );
  }

  quote({ cycleId, pickupPointId }: Place, cart: Cart): Promise<Quote> {
    return this.api.orders.quoteCart({ body: { cycleId, pickupPointId, lines: [...cart] } });
  }

  /** Looks at the price, agrees, and orders. */
  async order(place: Place, cart: Cart, key = newKey()): Promise<OrderView> {
    const { amounts } = await this.quote(place, cart);
    return this.api.orders.placeOrder({
      body: {
        ...place,
        lines: [...cart],
        recipient: { name: this.name, phone: this.account.phone ?? '13900000000' },
        expectedTotal: amounts.total,
      },
      idempotencyKey: key,
    });
  }

  /** Begins to pay; `step` of the reply says where to go on. */
  begin(orderId: OrderId, way: WayToPay, card?: string): Promise<PaymentView> {
    const body = wishFor(way, card);
    return this.api.orders.beginPayment({ params: { orderId }, body, idempotencyKey: newKey() });
  }

  /** Goes to the page that the payment named, and pays or declines there. */
  async finish(payment: PaymentView, action: 'pay' | 'decline' = 'pay'): Promise<void> {
    const page = pageOf(payment);
    if (page === undefined) return;
    const number = payment.method === 'card' && action === 'pay' ? { number: goodCard } : {};
    await answerPayPage(page, { action, ...number }, this.connection.retries);
  }

  /** Pays an order to the end, and sees that it is paid. */
  async pay(orderId: OrderId, way: WayToPay): Promise<void> {
    await this.finish(await this.begin(orderId, way));
    await this.seesPaid(orderId);
  }

  async seesPaid(orderId: OrderId): Promise<void> {
    await waitFor(
      `the payment of ${orderId}`,
      async () => {
        const { status } = await this.api.orders.getPayment({ params: { orderId } });
        return status === 'authorised' || status === 'captured' || status === 'capturing'
          ? status
          : undefined;
      },
      { everyMs: 300 },
    );
  }

  cancel(orderId: OrderId): Promise<OrderView> {
    return this.api.orders.cancelOrder({ params: { orderId } });
  }

  look(orderId: OrderId): Promise<OrderView> {
    return this.api.orders.getOrder({ params: { orderId } });
  }

  pickupCode(orderId: OrderId): Promise<PickupCodeView> {
    return this.api.delivery.getPickupCode({ params: { orderId } });
  }

  /** Lets somebody else collect. */
  async sendProxy(orderId: OrderId, name: string): Promise<PickupCodeView> {
    return this.api.delivery.giveToProxy({ params: { orderId }, body: { name }, idempotencyKey: newKey() });
  }
}

function wishFor(way: WayToPay, card = 'pm_card_visa'): PaymentWish {
  switch (way) {
    case 'card':
      return { method: 'card', paymentMethodId: card };
    case 'card_page':
      return { method: 'card' };
    case 'alipay':
    case 'wechat_pay':
      return { method: way, host: 'desktop_browser' };
  }
}

function pageOf({ step }: PaymentView): string | undefined {
  switch (step.kind) {
    case 'none':
    case 'wechat_request_payment':
    case 'alipay_trade_pay':
      return undefined;
    case 'confirm_card':
    case 'show_qr':
      return step.pageUrl;
    case 'redirect':
      return step.url;
  }
}
