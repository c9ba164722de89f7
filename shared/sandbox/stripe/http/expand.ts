import { invalid } from '../failures';
import { presentCustomer, presentReversal, presentTransaction, presentTransfer } from '../objects/account';
import { presentCharge } from '../objects/charge';
import { presentIntent } from '../objects/paymentIntent';
import { presentMethod } from '../objects/paymentMethod';
import { presentRefund } from '../objects/refund';
import type { World } from '../world';

type Fields = Record<string, unknown>;

/** Replaces ids by their objects in a freshly presented object. @throws StripeFailure for what cannot be expanded */
export function expandPaths(world: World, object: object, paths: readonly string[] = []): object {
  for (const path of paths) expandPath(world, object, path.split('.'), path);
  return object;
}

function expandPath(world: World, target: unknown, [field, ...rest]: string[], path: string): void {
  if (field === undefined || target === null) return;
  if (Array.isArray(target)) {
    for (const item of target) expandPath(world, item, [field, ...rest], path);
    return;
  }
  const holder = target as Fields;
  if (typeof target !== 'object' || !Object.hasOwn(holder, field)) throw notExpandable(path);
  const value = holder[field];
  if (typeof value === 'string') {
    const object = objectOf(world, value);
    if (!object) throw notExpandable(path);
    holder[field] = object;
  } else if (value !== null && typeof value !== 'object') throw notExpandable(path);
  expandPath(world, holder[field], rest, path);
}

const notExpandable = (path: string) =>
  invalid(`This property cannot be expanded (${path}).`, { param: 'expand' });

function objectOf(world: World, id: string): object | null {
  const { store } = world;
  const shown = <T>(row: T | undefined, present: (row: T) => object) => (row ? present(row) : null);
  switch (id.slice(0, id.indexOf('_'))) {
    case 'pi':
      return shown(store.intent.get(id), (row) => presentIntent(world, row));
    case 'ch':
    case 'py':
      return shown(store.charge.get(id), (row) => presentCharge(world, row));
    case 're':
    case 'pyr':
      return shown(store.refund.get(id), presentRefund);
    case 'pm':
      return shown(store.method.get(id), presentMethod);
    case 'cus':
      return shown(store.customer.get(id), presentCustomer);
    case 'txn':
      return shown(store.transaction.get(id), (row) => presentTransaction(row));
    case 'tr':
      return shown(store.transfer.get(id), (row) => presentTransfer(world, row));
    case 'trr':
      return shown(store.reversal.get(id), presentReversal);
    default:
      return null;
  }
}
