import { paramError } from '../failures';
import { presentRefund } from '../objects/refund';
import { presentTrade } from '../objects/transaction';
import { listCertificates } from '../operations/certificates';
import { applyAbnormal, createRefund, findRefund } from '../operations/refunds';
import { tickets } from '../operations/tickets';
import {
  checkMchid,
  closeTrade,
  findTrade,
  findTransaction,
  placeOrder,
  type Scene,
} from '../operations/trades';
import type { Bills } from '../operations/bills';
import type { World } from '../world';
import { abnormalRefund, billQuery, mchidQuery, orders, readParams, refundRequest } from './params';

type Call = { world: World; bills: Bills; id: string; query: unknown; body: unknown };

/** One call of the API; it works at once and in one go. `null`: 204. */
export type Route = { method: 'get' | 'post'; path: string; run: (call: Call) => object | null };

const order = (scene: Scene): Route => ({
  method: 'post',
  path: `/v3/pay/transactions/${scene}`,
  run: ({ world, body }) => tickets[scene](world, placeOrder(world, scene, readParams(orders[scene], body))),
});

const query = (path: string, find: (world: World, id: string) => ReturnType<typeof findTrade>): Route => ({
  method: 'get',
  path,
  run: ({ world, id, query: given }) => {
    checkMchid(world, readParams(mchidQuery, given, 'query').mchid, 'query');
    return presentTrade(world, find(world, id));
  },
});

/** Every call that the stand-in knows; the pages of the documentation stand with the parameters and the shapes. */
export const routes: readonly Route[] = [
  order('jsapi'),
  order('h5'),
  order('native'),
  query('/v3/pay/transactions/id/:id', findTransaction),
  query('/v3/pay/transactions/out-trade-no/:id', findTrade),
  {
    method: 'post',
    path: '/v3/pay/transactions/out-trade-no/:id/close',
    run: ({ world, id, body }) => {
      checkMchid(world, readParams(mchidQuery, body).mchid, 'body');
      closeTrade(world, id);
      return null;
    },
  },
  {
    method: 'post',
    path: '/v3/refund/domestic/refunds',
    run: ({ world, body }) => {
      const { refund, trade } = createRefund(world, readParams(refundRequest, body));
      return presentRefund(refund, trade);
    },
  },
  {
    method: 'get',
    path: '/v3/refund/domestic/refunds/:id',
    run: ({ world, id }) => {
      const { refund, trade } = findRefund(world, id);
      return presentRefund(refund, trade);
    },
  },
  {
    method: 'post',
    path: '/v3/refund/domestic/refunds/:id/apply-abnormal-refund',
    run: ({ world, id, body }) => {
      const given = readParams(abnormalRefund, body);
      if (given.type === 'USER_BANK_CARD' && given.bank_account === undefined)
        throw paramError('/bank_account', '退款至用户银行卡时必填');
      const { refund, trade } = applyAbnormal(world, id, given.out_refund_no);
      return presentRefund(refund, trade);
    },
  },
  {
    method: 'get',
    path: '/v3/bill/tradebill',
    run: ({ bills, query: given }) => bills.request(readParams(billQuery, given, 'query')),
  },
  { method: 'get', path: '/v3/certificates', run: ({ world }) => listCertificates(world) },
];
