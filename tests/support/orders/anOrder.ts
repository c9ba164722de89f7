import { defaultCityRules } from '../../../shared/contracts/cityRules';
import { AccountId, OrderId, PaymentId, PickupPointId } from '../../../shared/contracts/ids';
import { pay } from '../../../services/orders/domain/endings';
import { type OrderIn } from '../../../services/orders/domain/order';
import { lineIdAt, place } from '../../../services/orders/domain/place';
import { priceCart } from '../../../services/orders/domain/pricing';
import { fakeCatalog, offers } from './fakeCatalog';

const placedAt = new Date('2026-03-01T10:00:00.000Z');

type Built = { awaiting_payment: OrderIn<'awaiting_payment'>; paid: OrderIn<'paid'> };

const applesAndPakChoi = [
  { offer: offers.apples, quantity: 1 },
  { offer: offers.pakChoi, quantity: 2 },
];

/**
 * An order of apples and of pak choi by weight, unless told otherwise, placed at ten; `paid`: with a card, authorised and not
 * captured.
 */
export function anOrder<S extends keyof Built>(status: S, { wanted = applesAndPakChoi } = {}): Built[S] {
  const lines = wanted.map((line, at) => ({ lineId: lineIdAt(at), ...line }));
  const placed = place(
    {
      orderId: OrderId.parse('ord_1'),
      accountId: AccountId.parse('acc_mei'),
      fingerprint: 'f',
      wish: {
        pickupPointId: PickupPointId.parse('ppt_001'),
        fulfilment: { kind: 'pickup' },
        recipient: { name: '王梅', phone: '13800138000' },
      },
      cycle: fakeCatalog(() => placedAt).cycle,
      cart: priceCart({ lines, fulfilment: 'pickup' }, defaultCityRules),
      holdUntil: new Date(placedAt.getTime() + 900_000),
      graceMinutes: 5,
      taxRates: defaultCityRules.taxRates,
    },
    placedAt,
  );
  const built: Built = {
    awaiting_payment: placed,
    paid: pay(
      placed,
      {
        paymentId: PaymentId.parse('pay_1'),
        provider: 'stripe',
        method: 'card',
        intentId: 'pi_1',
        paidFen: placed.amounts.totalFen,
        state: 'authorised',
      },
      placedAt,
    ),
  };
  return built[status];
}
