/** The leader's pages, in app.config.ts; the first one is where the leader begins. */
export const leaderPages = [
  'today/index',
  'share/index',
  'orders/index',
  'message/index',
  'neighbour/index',
  'receive/index',
  'hand-out/index',
  'overdue/index',
  'commission/index',
  'payout/index',
  'statements/index',
];
