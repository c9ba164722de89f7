import { useQuery } from '@tanstack/react-query';
import { type SupplierId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

export type Period = { readonly from: string; readonly to: string };

/** Suppliers with what is owed to them. */
export const useSupplierAccounts = () =>
  usePages({
    queryKey: ['supplier-account', 'all'],
    load: (cursor) => api.settlement.listSupplierAccounts({ query: { cursor, limit: '50' } }),
  });

export const useSupplierAccount = (supplierId: SupplierId) =>
  useQuery({
    queryKey: ['supplier-account', supplierId],
    queryFn: () => api.settlement.readSupplierAccount({ params: { supplierId } }),
  });

export const useStatement = (supplierId: SupplierId, period: Period) =>
  useQuery({
    queryKey: ['supplier-account', supplierId, 'statement', period],
    queryFn: () => api.settlement.getSupplierStatement({ params: { supplierId }, query: { ...period } }),
  });

export const useStatementLines = (supplierId: SupplierId, period: Period) =>
  usePages({
    queryKey: ['supplier-account', supplierId, 'lines', period],
    load: (cursor) =>
      api.settlement.listSupplierStatementLines({
        params: { supplierId },
        query: { ...period, cursor, limit: '50' },
      }),
  });

export const usePayments = (supplierId: SupplierId) =>
  usePages({
    queryKey: ['supplier-account', supplierId, 'payments'],
    load: (cursor) =>
      api.settlement.listSupplierPayments({ params: { supplierId }, query: { cursor, limit: '50' } }),
  });

/** The purchase orders of a supplier, newest first. */
export const useOrdersOf = (supplierId: SupplierId) =>
  usePages({
    queryKey: ['supplier-account', supplierId, 'orders'],
    load: (cursor) => api.settlement.listSupplierOrders({ query: { supplierId, cursor, limit: '50' } }),
  });
