/** The operator's pages, in app.config.ts; the first one is where the operator begins. */
export const operatorPages = [
  'home/index',
  'city/index',
  'consolidation/index',
  'routes/index',
  'applications/index',
  'accounts/index',
  'places/index',
  'couriers/index',
  'products/index',
  'product/index',
  'categories/index',
  'suppliers/index',
  'cycles/index',
  'offers/index',
  'offer/index',
  'stock/index',
];
