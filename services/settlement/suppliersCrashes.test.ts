import { anId } from '../../tests/support/anId';
import { mortalWrites } from '../../tests/support/faults/mortalWrites';
import { cycleId, dairy, farm, suppliersWorld } from '../../tests/support/suppliers';
import { supplierAccount } from './domain/ledger/account';
import { purchaseOrderIdOf } from './domain/suppliers/makePurchaseOrder';
import { receivedFen } from './domain/suppliers/purchaseOrder';
import { buyForRound } from './usecases/suppliers/buyForRound';
import { correctSupplierReceipt } from './usecases/suppliers/correctSupplierReceipt';
import { sweepSupplierEntries } from './usecases/suppliers/sweepSupplierEntries';
import { receiveSupplierGoods } from './usecases/suppliers/receiveSupplierGoods';
import { recordSupplierPayment } from './usecases/suppliers/recordSupplierPayment';
import { sendSupplierOrder } from './usecases/suppliers/sendSupplierOrder';
import { sweepMail } from './usecases/suppliers/sendDueMail';
import { type SupplierDeps } from './usecases/suppliers/supplierDeps';

const mortal = mortalWrites();
const by = anId('acc_operator');
const id = purchaseOrderIdOf(cycleId, farm);
const apples = anId('sku_apple');
const reference = 'B-1';

/** A day of purchases: ordered, sent, changed, received, corrected, paid. Each step may be done twice. */
async function liveDay(world: Awaited<ReturnType<typeof suppliersWorld>>, deps: SupplierDeps): Promise<void> {
  const first = world.frozen(1, {
    [farm]: [
      ['sku_apple', 12],
      ['sku_kale', 5],
    ],
    [dairy]: [['sku_milk', 20]],
  });
  await buyForRound(deps, first, world.now());
  await sendSupplierOrder(deps, { purchaseOrderId: id, key: 'send' });
  await buyForRound(deps, world.frozen(2, { [farm]: [['sku_apple', 12]] }), world.now());
  const received = { purchaseOrderId: id, receiptId: anId<'rcp'>('rcp_1'), by };
  await receiveSupplierGoods(deps, { ...received, lines: [{ skuId: apples, units: 20 }] });
  await correctSupplierReceipt(deps, {
    ...{ ...received, receiptId: anId('rcp_2'), corrects: received.receiptId, reason: '烂了' },
    lines: [{ skuId: apples, units: 18 }],
  });
  const paid = { supplierId: farm, paymentId: anId<'spm'>('spm_1'), by, paidOn: '2026-03-01' };
  await recordSupplierPayment(deps, { ...paid, fen: 9_000, reference });
}

test.each(['before', 'after'] as const)(
  'a process that dies %s any write leaves nothing twice and nothing undone',
  async (when) => {
    const world = await suppliersWorld();
    let lives = 0;
    for (let died = true; died; lives += 1) {
      for (const collection of await world.connection.db!.collections()) await collection.deleteMany({});
      world.mails.length = 0;
      died = await mortal.dies(when, lives, () => liveDay(world, world.process()));
      // Whoever asked hears nothing and asks another process; events come again; the sweepers look for what is due.
      const next = world.process();
      await liveDay(world, next);
      world.pass(2 * 3_600_000);
      await sweepMail(next);
      await sweepSupplierEntries(next);
      world.moveTo('2026-03-01T15:06:00.000Z');

      const orders = await next.purchaseOrders.ofRound(cycleId);
      expect(
        orders.map(({ supplierId, consolidationVersion }) => [supplierId, consolidationVersion]).sort(),
      ).toEqual([
        [dairy, 2],
        [farm, 2],
      ]);
      const order = orders.find((one) => one.id === id)!;
      expect([order.receipts.length, receivedFen(order), order.ledgerDue, order.mailDue]).toEqual([
        2,
        9_000,
        false,
        undefined,
      ]);
      expect(order.lines).toHaveLength(1);
      expect(order.changes).toHaveLength(1);
      expect(await next.ledger.balance(supplierAccount(farm))).toBe(0);
      const mailed = world.mails.map(({ messageId }) => messageId);
      expect(order.sendings.length).toBeGreaterThan(0);
      for (const { key, leftAt } of order.sendings)
        expect([mailed.includes(`${id}.${key}`), leftAt]).toEqual([true, expect.any(Date)]);
      const { items } = await next.ledger.entriesOf({ account: supplierAccount(farm) }, { limit: 10 });
      expect(items.map(({ cause }) => cause).sort()).toEqual([
        `purchase:${id}/rcp_1`,
        `purchase:${id}/rcp_2`,
        'supplier_paid:spm_1',
      ]);
    }
    expect(lives).toBeGreaterThan(15);
    await world.stop();
  },
);
