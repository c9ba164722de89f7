import { type Bilingual, type Language } from '#shared/contracts/common';
import { type Temperature } from '#shared/contracts/internal/catalog';
import {
  type ListedOrder,
  type PurchaseOrder,
  type SkuTotal,
  type StopName,
  type StopTotals,
} from '../domain/consolidation';
import { type Column } from '#shared/kit/csv/csvReply';

const words = ({ zh, en }: Bilingual, language: Language): string => (language === 'zh-CN' ? zh : en);
type Supplied = Pick<SkuTotal, 'supplierName' | 'supplierNameEn'>;
const supplierIn = ({ supplierName: zh, supplierNameEn: en = zh }: Supplied, language: Language): string =>
  words({ zh, en }, language);
const stopIn = ({ pickupPointName: zh, pickupPointNameEn: en = zh }: StopName, language: Language): string =>
  words({ zh, en }, language);
const temperatures: Record<Temperature, Bilingual> = {
  ambient: { zh: '常温', en: 'ambient' },
  chilled: { zh: '冷藏', en: 'chilled' },
  frozen: { zh: '冷冻', en: 'frozen' },
};
const fulfilments = { pickup: { zh: '自提', en: 'pickup' }, door: { zh: '送货上门', en: 'to the door' } };

type Bought = { readonly order: PurchaseOrder; readonly line: PurchaseOrder['lines'][number] };
export const bought = (orders: readonly PurchaseOrder[]): Bought[] =>
  orders.flatMap((order) => order.lines.map((line) => ({ order, line })));

export const purchaseColumns: readonly Column<Bought>[] = [
  { zh: '采购单', en: 'Purchase order', value: ({ order }) => order.purchaseOrderId },
  { zh: '供应商', en: 'Supplier', value: ({ order }, language) => supplierIn(order, language) },
  { zh: 'SKU', en: 'SKU', value: ({ line }) => line.skuId },
  { zh: '商品', en: 'Product', value: ({ line }, language) => words(line.title, language) },
  { zh: '规格', en: 'Pack', value: ({ line }, language) => words(line.pack, language) },
  { zh: '批次', en: 'Lot', value: ({ line }) => line.lotId ?? '' },
  { zh: '订购件数', en: 'Units ordered', value: ({ line }) => line.units },
  { zh: '每箱件数', en: 'Units per case', value: ({ line }) => line.caseUnits },
  { zh: '箱数', en: 'Cases', value: ({ line }) => line.cases },
  { zh: '余量', en: 'Surplus units', value: ({ line }) => line.surplusUnits },
];

export const pickColumns: readonly Column<SkuTotal>[] = [
  { zh: 'SKU', en: 'SKU', value: ({ skuId }) => skuId },
  { zh: '商品', en: 'Product', value: ({ title }, language) => words(title, language) },
  { zh: '规格', en: 'Pack', value: ({ pack }, language) => words(pack, language) },
  {
    zh: '温层',
    en: 'Temperature',
    value: ({ temperature }, language) => words(temperatures[temperature], language),
  },
  { zh: '供应商', en: 'Supplier', value: (sku, language) => supplierIn(sku, language) },
  { zh: '件数', en: 'Units', value: ({ units }) => units },
  { zh: '总重（克）', en: 'Grams', value: ({ grams }) => grams },
  { zh: '自提点数', en: 'Pickup points', value: ({ pickupPoints }) => pickupPoints },
];

type Sorted = { readonly stop: StopTotals; readonly sku: StopTotals['skus'][number] };
export const sorted = (stops: readonly StopTotals[]): Sorted[] =>
  stops.flatMap((stop) => stop.skus.map((sku) => ({ stop, sku })));

export const sortColumns: readonly Column<Sorted>[] = [
  { zh: '自提点', en: 'Pickup point', value: ({ stop }, language) => stopIn(stop, language) },
  { zh: '自提点编号', en: 'Pickup point id', value: ({ stop }) => stop.pickupPointId },
  { zh: 'SKU', en: 'SKU', value: ({ sku }) => sku.skuId },
  { zh: '商品', en: 'Product', value: ({ sku }, language) => words(sku.title, language) },
  { zh: '规格', en: 'Pack', value: ({ sku }, language) => words(sku.pack, language) },
  {
    zh: '温层',
    en: 'Temperature',
    value: ({ sku }, language) => words(temperatures[sku.temperature], language),
  },
  { zh: '件数', en: 'Units', value: ({ sku }) => sku.units },
];

type Handed = { readonly order: ListedOrder; readonly line: ListedOrder['lines'][number] };
export const handed = (orders: readonly ListedOrder[]): Handed[] =>
  orders.flatMap((order) => order.lines.map((line) => ({ order, line })));

export const pickupColumns: readonly Column<Handed>[] = [
  { zh: '自提点', en: 'Pickup point', value: ({ order }, language) => stopIn(order, language) },
  { zh: '订单', en: 'Order', value: ({ order }) => order.orderId },
  { zh: '收货人', en: 'Recipient', value: ({ order }) => order.recipientName },
  { zh: '手机尾号', en: 'Phone ends in', value: ({ order }) => order.phoneTail },
  { zh: '方式', en: 'How', value: ({ order }, language) => words(fulfilments[order.fulfilment], language) },
  { zh: '送货地址', en: 'Address', value: ({ order }) => order.address ?? '' },
  { zh: '商品', en: 'Product', value: ({ line }, language) => words(line.title, language) },
  { zh: '规格', en: 'Pack', value: ({ line }, language) => words(line.pack, language) },
  { zh: '件数', en: 'Units', value: ({ line }) => line.units },
  { zh: '备注', en: 'Note', value: ({ order }) => order.note ?? '' },
];
