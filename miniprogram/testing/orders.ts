import { type OrderView } from '#shared/contracts/orders/orderViews';
import { type PaymentView } from '#shared/contracts/orders/paymentViews';

export const cny = (amount: number) => ({ amount, currency: 'CNY' as const });

type Line = OrderView['lines'][number];
type Parts<T> = { readonly [Name in keyof T]?: unknown };

/** A line of two apples for ¥19.80, with what a test wants to be different. */
export const aLine = (different: Parts<Line> = {}): Line =>
  ({
    lineId: 'lin_1',
    offerId: 'off_1',
    title: { zh: '苹果', en: 'Apples' },
    pack: { zh: '一斤', en: '500 g' },
    soldBy: 'piece',
    nominalGrams: 500,
    quantity: { ordered: 2, allocated: 2 },
    price: { estimate: cny(1980), charged: cny(1980), discount: cny(0), reasons: ['unit_price'] },
    finalAmount: cny(1980),
    refunded: cny(0),
    ...different,
  }) as unknown as Line;

export const aPayment = (different: Parts<PaymentView> = {}): PaymentView =>
  ({
    orderId: 'ord_1',
    status: 'none',
    amount: cny(1980),
    step: { kind: 'none' },
    ...different,
  }) as unknown as PaymentView;

/** An order of `aLine`, paid and to be collected at a pickup point. */
export const anOrder = (different: Parts<OrderView> = {}): OrderView =>
  ({
    orderId: 'ord_1',
    version: 1,
    status: 'paid',
    cityId: 'cit_1',
    cycleId: 'cyc_1',
    groupOrderId: 'grp_1',
    pickupPointId: 'ppt_1',
    fulfilment: 'pickup',
    recipient: { name: '王芳', phone: '13800138000' },
    lines: [aLine()],
    amounts: {
      goods: cny(1980),
      deliveryFee: cny(0),
      discount: cny(0),
      estimatedTotal: cny(1980),
      total: cny(1980),
    },
    refunded: cny(0),
    payment: aPayment({ status: 'captured', captured: cny(1980) }),
    refunds: [],
    placedAt: '2030-01-01T00:00:00.000Z',
    cutoffAt: '2030-01-01T12:00:00.000Z',
    pickupDate: '2030-01-02',
    timeline: [{ status: 'paid', at: '2030-01-01T00:00:00.000Z' }],
    actions: ['reorder'],
    ...different,
  }) as unknown as OrderView;
