import { setTimeout as pause } from 'node:timers/promises';
import { type CycleId, type PurchaseOrderId } from '#shared/contracts/ids';
import { type SupplierOrder, type SupplierOrderCard } from '#shared/contracts/settlement/supplierViews';
import { cny } from '#shared/kit/money';
import { type MovableClock } from '../movableClock';
import { demoVisitors, type Visitor } from './visitors';

const minuteMs = 60_000;
/** Suppliers answer and the first lorries come within the hour after cutoff. */
const answerMinutes = 10;
const lorryMinutes = 15;
/** What was short, of what was ordered, in units. */
const shortUnits = 3;
const coldCelsius = { chilled: 3.5, frozen: -19 } as const;
const tries = 100;

type Night = { readonly baseUrl: string; readonly clock: MovableClock; readonly cycleId: CycleId };

/**
 * The suppliers' part of the demo's last evening, through the public API and the suppliers' own page: every purchase order is sent; most
 * suppliers say that all comes, one that less does, and one has not looked yet; some goods come still at night, with one lorry miscounted;
 * one supplier is paid a part.
 */
export async function liveSuppliersNight({ baseUrl, clock, cycleId }: Night): Promise<void> {
  let operator = await demoVisitors(baseUrl).operator();
  const orders = await made(operator, cycleId);
  const [short, late, ...others] = orders;
  const later = async (minutes: number) => {
    clock.moveTo(new Date(clock.now().getTime() + minutes * minuteMs));
    // Nobody stays signed in for so long without being seen.
    operator = await demoVisitors(baseUrl).operator();
  };
  for (const { purchaseOrderId } of orders)
    await operator.settlement.sendSupplierOrder({
      ...{ params: { purchaseOrderId }, body: {} },
      idempotencyKey: `demo-send-${purchaseOrderId}`,
    });
  await later(answerMinutes);
  for (const { purchaseOrderId } of others) await answer(operator, baseUrl, purchaseOrderId, 0);
  if (short) await answer(operator, baseUrl, short.purchaseOrderId, shortUnits);
  // Its link lies ready to be opened.
  if (late)
    await operator.settlement.shareSupplierOrder({ params: { purchaseOrderId: late.purchaseOrderId } });
  await later(lorryMinutes);
  const arrived = others.slice(0, Math.ceil(others.length / 2));
  for (const { purchaseOrderId } of arrived) await receive(operator, purchaseOrderId);
  const [first] = arrived;
  if (first) await miscount(operator, first.purchaseOrderId);
  const [, second] = arrived;
  if (second) await payHalf(operator, second);
}

/** What the cutoff made is bought as soon as settlement hears of it. */
async function made({ settlement }: Visitor, cycleId: CycleId): Promise<readonly SupplierOrderCard[]> {
  let before = 0;
  for (let n = 0; n < tries; n += 1) {
    const { items } = await settlement.listSupplierOrders({ query: { cycleId, limit: '100' } });
    if (items.length > 0 && items.length === before) return [...items].sort((a, b) => b.units - a.units);
    before = items.length;
    await pause(200);
  }
  return [];
}

const read = ({ settlement }: Visitor, purchaseOrderId: PurchaseOrderId): Promise<SupplierOrder> =>
  settlement.readSupplierOrder({ params: { purchaseOrderId } });

/** The supplier opens the link and sends the form, so many units less of its first goods. */
async function answer(
  operator: Visitor,
  baseUrl: string,
  purchaseOrderId: PurchaseOrderId,
  missing: number,
): Promise<void> {
  const { lines } = await read(operator, purchaseOrderId);
  const { url } = await operator.settlement.shareSupplierOrder({ params: { purchaseOrderId } });
  const page = `${baseUrl}${new URL(url).pathname.replace(/^\/api/, '')}`;
  const seen = /name="seen" value="(\d+)"/.exec(await (await fetch(page)).text())?.[1] ?? '';
  const form = new URLSearchParams({ seen });
  if (missing === 0) form.set('all', 'yes');
  else {
    for (const [index, { skuId, wantedUnits, units }] of lines.entries())
      form.set(`units.${skuId}`, String(index === 0 ? Math.max(0, wantedUnits - missing) : units));
    form.set('note', '昨夜霜冻，今天少一些');
  }
  const reply = await fetch(page, { method: 'POST', body: form, redirect: 'manual' });
  if (reply.status !== 303) throw new Error(`a supplier of the demo could not answer: ${reply.status}`);
}

async function receive(operator: Visitor, purchaseOrderId: PurchaseOrderId): Promise<void> {
  const { lines } = await read(operator, purchaseOrderId);
  await operator.settlement.receiveSupplierGoods({
    params: { purchaseOrderId },
    body: {
      lines: lines.map(({ skuId, units, temperature }) => ({
        ...{ skuId, units },
        ...(temperature === 'ambient' ? {} : { celsius: coldCelsius[temperature] }),
      })),
    },
    idempotencyKey: `demo-receive-${purchaseOrderId}`,
  });
}

async function miscount(operator: Visitor, purchaseOrderId: PurchaseOrderId): Promise<void> {
  const { receipts } = await read(operator, purchaseOrderId);
  const [receipt] = receipts;
  const [line] = receipt?.lines ?? [];
  if (!receipt || !line) return;
  await operator.settlement.correctSupplierReceipt({
    params: { purchaseOrderId, receiptId: receipt.receiptId },
    body: { lines: [{ skuId: line.skuId, units: line.units - 1 }], reason: '复点少一份' },
    idempotencyKey: `demo-correct-${purchaseOrderId}`,
  });
}

async function payHalf(operator: Visitor, { supplierId, purchaseOrderId }: SupplierOrderCard): Promise<void> {
  const { orderedOn } = await read(operator, purchaseOrderId);
  const { owed } = await operator.settlement.readSupplierAccount({ params: { supplierId } });
  await operator.settlement.recordSupplierPayment({
    params: { supplierId },
    body: {
      amount: cny(Math.floor(owed.amount / 2)),
      paidOn: orderedOn,
      reference: `ICBC-${orderedOn.replaceAll('-', '')}-0017`,
    },
    idempotencyKey: `demo-pay-${supplierId}`,
  });
}
