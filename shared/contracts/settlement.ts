import { closeApi } from './settlement/close';
import { commissionsApi } from './settlement/commissions';
import { documentsApi } from './settlement/documents';
import { ledgerApi } from './settlement/ledger';
import { ledgerEntriesApi } from './settlement/ledgerEntries';
import { payoutsApi } from './settlement/payouts';
import { suppliersApi } from './settlement/suppliers';

/** Everything that settlement answers to people. */
export const settlementApi = {
  ...payoutsApi,
  ...ledgerEntriesApi,
  ...closeApi,
  ...ledgerApi,
  ...commissionsApi,
  ...suppliersApi,
  ...documentsApi,
};
