import { type Bilingual } from '#shared/contracts/common';
import { type Cell, type Column } from './document';

export const words = (zh: string, en: string): Bilingual => ({ zh, en });

const left = (zh: string, en: string, share: number): Column => ({ title: { zh, en }, share });
const right = (zh: string, en: string, share: number): Column => ({ title: { zh, en }, share, right: true });

/** The columns of all documents: the same thing has the same name everywhere. */
export const columns = {
  goods: left('商品', 'Goods', 4),
  what: left('项目', 'Item', 4),
  order: left('订单', 'Order', 3.4),
  day: left('日期', 'Day', 1.5),
  quantity: right('数量', 'Units', 0.9),
  taxRate: right('税率', 'Tax rate', 1.1),
  rate: right('比例', 'Rate', 1),
  net: right('不含税金额', 'Net', 1.5),
  tax: right('税额', 'Tax', 1.3),
  base: right('计算基数', 'Base', 1.4),
  amount: right('金额', 'Amount', 1.5),
};

export const total = words('合计', 'Total');

/** A rate of tax as it stands in a cell. */
export const taxRate = (basisPoints: number): Cell =>
  basisPoints === 0 ? words('免税', 'Exempt') : { basisPoints };
