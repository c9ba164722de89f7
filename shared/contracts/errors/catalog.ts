import { problems } from './problemText';

export const catalogErrors = problems({
  OUT_OF_STOCK: { status: 409, zh: '来晚一步，库存不足', en: 'There is not enough stock left.' },
  LIMIT_EXCEEDED: { status: 409, zh: '超过每人限购数量', en: 'That is more than one shopper may buy.' },
  OFFER_NOT_ON_SALE: { status: 409, zh: '该商品当前不可购买', en: 'This offer is not on sale right now.' },
  CYCLE_CLOSED: {
    status: 409,
    zh: '本期已截单，请看下一期',
    en: 'Orders for this round are closed. See the next one.',
  },
  CYCLE_NOT_EDITABLE: {
    status: 409,
    zh: '本期已开始或结束，不能修改',
    en: 'This round has begun or ended and cannot be changed.',
  },
  RESERVATION_ENDED: { status: 409, zh: '库存保留已结束', en: 'The stock is no longer held.' },
  PICTURE_UNREADABLE: {
    status: 422,
    zh: '图片无法识别，请换一张',
    en: 'We cannot read this picture. Try another one.',
  },
  PRICE_NOT_LAWFUL: { status: 422, zh: '价格不符合规定', en: 'This price is not allowed.' },
  STOCK_BELOW_SOLD: {
    status: 409,
    zh: '库存不能少于已售数量',
    en: 'Stock cannot be less than what is held or sold.',
  },
  ALREADY_EXISTS: { status: 409, zh: '已存在相同的内容', en: 'This already exists.' },
});
