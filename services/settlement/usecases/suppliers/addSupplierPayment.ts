import { Overloaded } from '#shared/kit/batch/overloaded';
import { type SupplierPayment } from '../../domain/suppliers/supplierPayment';
import { postSupplierPayments } from './postSupplierPayments';
import { type SupplierDeps } from './supplierDeps';

const maxTries = 50;

/** Adds a payment behind all others of its supplier, when the ledger holds all of those and `check` has nothing against it. */
export async function addSupplierPayment(
  deps: SupplierDeps,
  payment: Omit<SupplierPayment, 'place'>,
  check: () => Promise<void>,
): Promise<SupplierPayment> {
  const { supplierPayments } = deps;
  const { id, supplierId } = payment;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const there = await supplierPayments.find(id);
    if (there) {
      await postSupplierPayments(deps, supplierId);
      return there;
    }
    const place = (await supplierPayments.lastPlace(supplierId)) + 1;
    await postSupplierPayments(deps, supplierId);
    await check();
    const added = { ...payment, place };
    if (!(await supplierPayments.add(added))) continue;
    await postSupplierPayments(deps, supplierId);
    return added;
  }
  throw new Overloaded(`read and write the payments of ${supplierId}`, maxTries);
}
