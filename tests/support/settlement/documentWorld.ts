import request from 'supertest';
import { defaultCityRules } from '../../../shared/contracts/cityRules';
import { type OrderMoney } from '../../../shared/contracts/events/orderMoney';
import {
  AccountId,
  type CityId,
  type CycleId,
  type LineId,
  type OrderId,
  type RefundId,
  SessionId,
} from '../../../shared/contracts/ids';
import { cny } from '../../../shared/contracts/money';
import { Role } from '../../../shared/contracts/roles';
import { type Transport } from '../../../shared/kit/client/client';
import { Unreachable } from '../../../shared/kit/client/remoteProblem';
import { createMetrics } from '../../../shared/kit/metrics/metrics';
import { ensureIndexes } from '../../../shared/kit/mongo/indexes';
import { createSettlementApp } from '../../../services/settlement/app';
import {
  commissionExpense,
  leaderAccount,
  type LedgerAccount,
  payoutAccount,
} from '../../../services/settlement/domain/ledger/account';
import { type NewEntry } from '../../../services/settlement/domain/ledger/entry';
import { emptyRecord, withMoney } from '../../../services/settlement/domain/orders/orderRecord';
import { openStores } from '../../../services/settlement/storage/stores';
import { anId } from '../anId';
import { testDatabase } from '../database';
import { recordingBus } from '../recordingBus';

/** `leader1` is a leader, `operator` an operator, everybody else a shopper. */
const rolesOf = (name: string): Role[] => {
  const role = Role.safeParse(name.replace(/\d+$/, ''));
  return role.success && role.data !== 'shopper' ? ['shopper', role.data] : ['shopper'];
};

const place = { cityId: 'cit_1' as CityId, cycleId: 'cyc_1' as CycleId };
const terms = { timeZone: 'Asia/Shanghai', taxRates: defaultCityRules.taxRates };

const moneyOf = (
  shopper: string,
  orderId: OrderId,
  version: number,
  refunds: readonly number[],
): OrderMoney => {
  const line = (lineId: string, fen: number, taxBasisPoints: number) => ({
    ...{ lineId: lineId as LineId, skuId: anId('sku_1'), categoryId: anId('cat_1') },
    ...{ title: { zh: '鲜牛奶', en: 'Fresh milk' }, supplierId: anId('sup_1'), quantity: 1 },
    ...{ taken: cny(fen), taxBasisPoints, fresh: true, commissionBasisPoints: 1_000 },
  });
  return {
    ...{ orderId, accountId: AccountId.parse(`acc_${shopper}`), ...place, version },
    ...{ pickupPointId: anId('ppt_1'), groupOrderId: anId('gro_1'), placedAt: '2026-11-28T04:00:00.000Z' },
    payment: {
      ...{ provider: 'wechatpay', method: 'wechat_pay', paymentId: anId('pay_1'), intentId: 'wx_1' },
      ...{ captured: cny(2_120), capturedAt: '2026-11-28T20:00:00.000Z' },
    },
    deliveryFee: cny(530),
    lines: [line('l1', 500, 0), line('l2', 1_090, 900)],
    refunds: refunds.map((fen, at) => ({
      ...{ refundId: `ref_${orderId.slice(4)}x${at}` as RefundId, reason: 'weight_difference' },
      ...{ status: 'returned', attempt: 1, amount: cny(fen), deliveryFee: cny(0) },
      lines: [{ lineId: 'l2' as LineId, amount: cny(fen) }],
      decidedAt: '2026-11-29T04:00:00.000Z',
    })),
  };
};

/** Settlement on a database of its own, with a clock that the test moves; the other services are away. */
export async function documentWorld() {
  const { connection } = await testDatabase('settlement-documents-http', { emptied: true });
  let at = new Date('2026-11-30T02:00:00.000Z');
  const now = () => at;
  const { own, log } = recordingBus(now);
  const away: Transport = ({ service }) => Promise.reject(new Unreachable(service, 'down'));
  const app = await createSettlementApp({
    ...{ mongo: connection, bus: own, call: away, now, log },
    metrics: createMetrics('settlement'),
    auth: {
      account: (token) =>
        Promise.resolve({
          kind: 'account',
          accountId: AccountId.parse(`acc_${token}`),
          sessionId: SessionId.parse('ses_1'),
          roles: rolesOf(token),
        }),
      service: () => Promise.reject(new Error('nobody calls as a service')),
      current: (caller) => Promise.resolve(caller),
    },
  });
  const { kept } = openStores(connection);
  await ensureIndexes(connection);
  const http = request(app.express);
  const as = (token: string) => `Bearer ${token}`;
  let orders = 0;

  const entry = (cause: string, kind: NewEntry['kind'], day: string): Omit<NewEntry, 'postings'> => ({
    ...{ cause, kind, day, at: new Date(`${day}T04:00:00.000Z`), cityId: 'cit_1' as CityId, about: {} },
  });

  return {
    app,
    ...kept,
    comesTo: (moment: string) => {
      at = new Date(moment);
    },
    get: (path: string, token: string) => http.get(path).set('Authorization', as(token)),
    /** A file as it came. */
    file: (path: string, token: string) =>
      http
        .get(path)
        .set('Authorization', as(token))
        .buffer(true)
        .parse((reply, done) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('end', () => {
            done(null, Buffer.concat(chunks));
          });
        }),
    post: (path: string, body: object, token: string) =>
      http.post(path).set('Authorization', as(token)).send(body),
    /** An order was paid with WeChat Pay: an exempt line of ¥5, one of ¥10.90 with 9 % and the fee of ¥5.30; then refunds of the second. */
    async isPaidFor(shopper: string, orderId: string, ...refunds: readonly number[]): Promise<void> {
      const id = orderId as OrderId;
      const known = await kept.orderRecords.find(id);
      const before = known ?? emptyRecord({ orderId: id, ...place }, terms);
      const money = moneyOf(shopper, id, before.version + 1, refunds);
      await kept.orderRecords.put(known, withMoney(before, money, defaultCityRules));
    },
    /** A leader earns commission on a day. */
    async earns(leader: string, fen: number, day: string): Promise<void> {
      orders += 1;
      const account = AccountId.parse(`acc_${leader}`);
      const kind = fen < 0 ? 'commission_reversal' : 'commission_accrual';
      const common = entry(`commission:ord_${orders}/l1/0`, kind, day);
      await kept.ledger.post([
        {
          ...common,
          about: { orderId: `ord_${orders}` as OrderId },
          postings: [
            { account: commissionExpense, fen: -fen },
            { account: leaderAccount(account), fen },
          ],
          commission: {
            ...{ leaderAccountId: account, title: { zh: '鲜牛奶', en: 'Fresh milk' } },
            ...{ fen, baseFen: Math.abs(fen) * 10, basisPoints: 1_000, withdrawableFrom: common.at },
          },
        },
      ]);
    },
    /** A leader is paid out on a day. */
    async isPaid(leader: string, fen: number, day: string): Promise<void> {
      const account = AccountId.parse(`acc_${leader}`);
      const postings = [
        { account: leaderAccount(account), fen: -fen },
        { account: payoutAccount(account), fen },
      ];
      await kept.ledger.post([{ ...entry(`payout_sent:${leader}/${day}`, 'payout_sent', day), postings }]);
    },
    async posts(cause: string, kind: NewEntry['kind'], day: string, fen: Readonly<Record<string, number>>) {
      const postings = Object.entries(fen).map(([account, one]) => ({
        account: account as LedgerAccount,
        fen: one,
      }));
      await kept.ledger.post([{ ...entry(cause, kind, day), postings }]);
    },
  };
}
export type DocumentWorld = Awaited<ReturnType<typeof documentWorld>>;
