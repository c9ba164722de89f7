import { type Found } from './find';
import { type TourRole } from './roles';

/** One page of the app as it is opened by its address. */
export type TourPage = { readonly name: string; readonly path: string };

const work = (role: TourRole, names: readonly string[]): TourPage[] =>
  names.map((name) => ({ name, path: `/${role}/${name}/index` }));

/** Every main page of each role, with something to see on it. The first page of a role needs no data. */
export function tourPages(found: Found): Readonly<Record<TourRole, readonly TourPage[]>> {
  const { offerId, ready, unpaid, routeId, stopId, productId, cycleId, payoutId } = found;
  const { purchaseOrderId, supplierId, close, claim } = found;
  const shop = (name: string, query = ''): TourPage => ({ name, path: `/pages/${name}/index${query}` });
  return {
    shopper: [
      shop('home'),
      shop('offer', `?offerId=${offerId}`),
      shop('search'),
      shop('pickup-points'),
      shop('cart'),
      shop('checkout'),
      shop('payment', `?orderId=${unpaid}`),
      shop('orders'),
      shop('order', `?orderId=${ready}`),
      shop('claim', `?orderId=${ready}`),
      shop('pickup-code', `?orderId=${ready}`),
      shop('me'),
      shop('addresses'),
      shop('leader-application'),
    ],
    leader: [
      ...work('leader', [
        'today',
        'share',
        'orders',
        'message',
        'neighbour',
        'receive',
        'hand-out',
        'overdue',
        'commission',
        'statements',
      ]),
      { name: 'payout', path: `/leader/payout/index?payoutId=${payoutId}` },
    ],
    courier: [
      ...work('courier', ['route']),
      { name: 'load', path: `/courier/load/index?routeId=${routeId}` },
      { name: 'stop', path: `/courier/stop/index?routeId=${routeId}&stopId=${stopId}` },
    ],
    operator: [
      ...work('operator', [
        'home',
        'city',
        'consolidation',
        'routes',
        'cycles',
        'products',
        'audit',
        'categories',
        'suppliers',
        'purchases',
        'places',
        'couriers',
        'applications',
        'accounts',
        'orders',
        'claims',
        'payouts',
        'finance',
        'ledger',
        'documents',
      ]),
      ...(claim === undefined ? [] : [{ name: 'claim', path: `/operator/claim/index?${claim}` }]),
      { name: 'close', path: `/operator/close/index?${close}` },
      { name: 'product', path: `/operator/product/index?productId=${productId}` },
      { name: 'purchase', path: `/operator/purchase/index?purchaseOrderId=${purchaseOrderId}` },
      { name: 'supplier-accounts', path: `/operator/supplier-accounts/index?supplierId=${supplierId}` },
      { name: 'offers', path: `/operator/offers/index?cycleId=${cycleId}` },
      { name: 'offer', path: `/operator/offer/index?offerId=${offerId}` },
      { name: 'stock', path: `/operator/stock/index?cycleId=${cycleId}` },
    ],
  };
}
