import { z } from 'zod';
import { LRUCache } from 'lru-cache';
import { DAY_MS } from '../kit/beijing';
import { WechatFailure } from './errors';

/** A payment as WeChat itself knows it. Amounts in fen, moments in milliseconds. */
export type KnownPayment = {
  transactionId: string;
  outTradeNo: string;
  mchid: string;
  openid: string;
  description: string;
  total: number;
  refunded: number;
  created: number;
  paid: number;
};
export type FindPayment = (number: { transactionId: string } | { outTradeNo: string }) => KnownPayment | null;

const SHIPMENTS_KEPT = 30_000;
/** So long after shipping an order counts as received, unless the person said so before. */
const RECEIVED_AFTER_MS = 10 * DAY_MS;

type Given = string | null | undefined;
type Parcel = z.output<typeof parcel>;
type Shipment = {
  logistics: number;
  mode: number;
  parcels: Parcel[];
  finished: boolean;
  /** How often it was finished: once, and once more as the one correction. */
  times: number;
  /** What the caller said and what this clock says (milliseconds). */
  uploadTime: number;
  shipped: number;
  confirmed: boolean;
};

const parcel = z.looseObject({
  tracking_no: z.string().nullish(),
  express_company: z.string().nullish(),
  item_desc: z.string().default(''),
  contact: z.looseObject({}).nullish(),
});
const upload = z.looseObject({
  order_key: z.looseObject({
    order_number_type: z.union([z.literal(1), z.literal(2)]),
    transaction_id: z.string().nullish(),
    mchid: z.string().nullish(),
    out_trade_no: z.string().nullish(),
  }),
  logistics_type: z.number(),
  delivery_mode: z.number(),
  is_all_delivered: z.boolean().nullish(),
  shipping_list: z.array(parcel).min(1),
  upload_time: z.string(),
  payer: z.looseObject({ openid: z.string() }),
});
const question = z.looseObject({
  transaction_id: z.string().nullish(),
  merchant_id: z.string().nullish(),
  merchant_trade_no: z.string().nullish(),
});

const states = { toShip: 1, shipped: 2, received: 3, refunded: 5 } as const;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const seconds = (at: number) => Math.floor(at / 1000);

/**
 * The duty to report shipping: what a mini program sells stays frozen until it did and the person received it.
 * Documentation: developers.weixin.qq.com, 小程序发货信息管理服务
 * (/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html), 发货信息录入
 * (/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo) and 查询订单发货状态 (…/api_getorder).
 */
export function createShipping(findPayment: FindPayment, now: () => Date) {
  const shipments = new LRUCache<string, Shipment>({ max: SHIPMENTS_KEPT });
  let knownAfterMs = 0;

  function payment(transaction: Given, mchid?: Given, number?: Given) {
    const found = findPayment(transaction ? { transactionId: transaction } : { outTradeNo: number ?? '' });
    const isKnown = found !== null && now().getTime() - found.paid >= knownAfterMs;
    if (!isKnown || (mchid && mchid !== found.mchid)) throw new WechatFailure(10060001);
    return found;
  }

  function stateOf({ total, refunded }: KnownPayment, shipment: Shipment | undefined): number {
    if (refunded >= total) return states.refunded;
    if (!shipment?.finished) return states.toShip;
    const received = shipment.confirmed || now().getTime() - shipment.shipped >= RECEIVED_AFTER_MS;
    return received ? states.received : states.shipped;
  }

  return {
    /** @throws WechatFailure 10060001 and what stands beside it in `errors.ts` */
    upload: (body: unknown) => {
      const given = readUpload(body);
      const { order_key: key } = given;
      const known = payment(
        key.order_number_type === 2 ? key.transaction_id : undefined,
        key.mchid,
        key.out_trade_no,
      );
      if (known.openid !== given.payer.openid) throw new WechatFailure(10060031);
      const before = shipments.get(known.transactionId);
      const state = stateOf(known, before);
      if (state === states.refunded || state === states.received) throw new WechatFailure(10060004);
      const uploadTime = Date.parse(given.upload_time);
      if (before && uploadTime <= before.uploadTime) throw new WechatFailure(10060023);
      const isCorrection =
        before !== undefined &&
        (before.finished || before.logistics !== given.logistics_type || before.mode !== given.delivery_mode);
      if (before && isCorrection && before.times >= 2) throw new WechatFailure(10060003);
      shipments.set(known.transactionId, {
        logistics: given.logistics_type,
        mode: given.delivery_mode,
        parcels: given.shipping_list,
        finished: given.delivery_mode === 1 || given.is_all_delivered === true,
        times: (before?.times ?? 1) + (isCorrection ? 1 : 0),
        uploadTime,
        shipped: now().getTime(),
        confirmed: false,
      });
    },
    /** @throws WechatFailure 10060001 */
    order: (body: unknown) => {
      const given = question.safeParse(body);
      if (!given.success) throw new WechatFailure(10060014);
      const known = payment(given.data.transaction_id, given.data.merchant_id, given.data.merchant_trade_no);
      const shipment = shipments.get(known.transactionId);
      return {
        transaction_id: known.transactionId,
        merchant_id: known.mchid,
        sub_merchant_id: '',
        merchant_trade_no: known.outTradeNo,
        description: shipment?.parcels.map((one) => one.item_desc).join(';') ?? known.description,
        paid_amount: known.total,
        openid: known.openid,
        trade_create_time: seconds(known.created),
        pay_time: seconds(known.paid),
        order_state: stateOf(known, shipment),
        in_complaint: false,
        shipping: shipment
          ? {
              delivery_mode: shipment.mode,
              logistics_type: shipment.logistics,
              finish_shipping: shipment.finished,
              goods_desc: shipment.parcels.map((one) => one.item_desc).join(';'),
              finish_shipping_count: shipment.finished ? shipment.times : 0,
              shipping_list: shipment.parcels.map((one) => ({
                tracking_no: one.tracking_no ?? '',
                express_company: one.express_company ?? '',
                goods_desc: one.item_desc,
                upload_time: seconds(shipment.shipped),
                ...(one.contact && { contact: one.contact }),
              })),
            }
          : {},
      };
    },
    /** A payment is heard of only so long after it was made, as at WeChat, where it takes some seconds. */
    hearAfter: (ms: number) => {
      knownAfterMs = ms;
    },
    /** The person has received it. @throws WechatFailure 10060001, 10060004 unless it was shipped */
    confirm: (transactionId: string) => {
      const known = payment(transactionId);
      const shipment = shipments.get(known.transactionId);
      if (!shipment || stateOf(known, shipment) !== states.shipped) throw new WechatFailure(10060004);
      shipments.set(known.transactionId, { ...shipment, confirmed: true });
    },
    /** Whether the merchant cannot have this money yet. @throws WechatFailure 10060001 */
    isFrozen: (transactionId: string) => {
      const known = payment(transactionId);
      const state = stateOf(known, shipments.get(known.transactionId));
      return state === states.toShip || state === states.shipped;
    },
  };
}
export type Shipping = ReturnType<typeof createShipping>;

function readUpload(body: unknown): z.output<typeof upload> {
  const read = upload.safeParse(body);
  if (!read.success) throw new WechatFailure(10060014, read.error.issues[0]?.path.join('.') ?? '');
  const given = read.data;
  const { order_key: key, logistics_type: logistics, delivery_mode: mode, shipping_list: parcels } = given;
  if (key.order_number_type === 1 && (!key.mchid || !key.out_trade_no)) throw new WechatFailure(268485194);
  if (key.order_number_type === 2 && !key.transaction_id) throw new WechatFailure(268485195);
  if (![1, 2, 3, 4].includes(logistics)) throw new WechatFailure(10060005);
  if (mode !== 1 && mode !== 2) throw new WechatFailure(268485224);
  if (mode === 2 && logistics !== 1) throw new WechatFailure(10060006);
  if (mode === 2 && typeof given.is_all_delivered !== 'boolean') throw new WechatFailure(10060007);
  if (parcels.length > 15 || (mode === 1 && parcels.length > 1)) throw new WechatFailure(10060024);
  for (const one of parcels) {
    if (one.item_desc === '') throw new WechatFailure(10060008);
    if (one.item_desc.length > 120) throw new WechatFailure(10060009);
    if (logistics === 1 && (!one.tracking_no || !one.express_company))
      throw new WechatFailure(10060014, 'tracking_no');
  }
  if (!RFC_3339.test(given.upload_time) || Number.isNaN(Date.parse(given.upload_time)))
    throw new WechatFailure(268485216);
  return given;
}
