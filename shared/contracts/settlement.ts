import { closeApi } from './settlement/close';
import { ledgerEntriesApi } from './settlement/ledgerEntries';
import { payoutsApi } from './settlement/payouts';

/** Everything that settlement answers to people. */
export const settlementApi = { ...payoutsApi, ...ledgerEntriesApi, ...closeApi };
