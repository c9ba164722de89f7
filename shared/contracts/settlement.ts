import { payoutsApi } from './settlement/payouts';

/** Everything that settlement answers to people. */
export const settlementApi = { ...payoutsApi };
