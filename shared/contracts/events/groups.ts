/**
 * Everybody who listens to events, as groups of subscribers. An event is kept until every group here has acknowledged it, whether it
 * means anything to the group or not: a group that is missing here would lose events, one that is gone and still named here would
 * keep them for ever.
 */
export const eventGroups = [
  'catalog',
  'delivery',
  'orders',
  'orders-groups',
  'orders-fulfilment',
  'settlement',
  'settlement-purchases',
] as const;
