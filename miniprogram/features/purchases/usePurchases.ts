import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type CycleId, type PurchaseOrderId } from '#shared/contracts/ids';
import { type SupplierOrder } from '#shared/contracts/settlement/supplierViews';
import { api } from '@/client/api';
import { usePages } from '@/client/usePages';

/** The purchase orders of a round. */
export const usePurchases = (cycleId: CycleId) =>
  usePages({
    queryKey: ['purchases', cycleId],
    load: (cursor) =>
      api.settlement.listSupplierOrders({
        query: { cycleId, limit: '50', ...(cursor === undefined ? {} : { cursor }) },
      }),
  });

export const usePurchase = (purchaseOrderId: PurchaseOrderId) =>
  useQuery({
    queryKey: ['purchase', purchaseOrderId],
    queryFn: () => api.settlement.readSupplierOrder({ params: { purchaseOrderId } }),
  });

/** Shows what a write made of a purchase order, and lets the lists look again. */
export function useShown(): (order: SupplierOrder) => void {
  const queryClient = useQueryClient();
  return (order) => {
    queryClient.setQueryData(['purchase', order.purchaseOrderId], order);
    void queryClient.invalidateQueries({ queryKey: ['purchases'] });
    void queryClient.invalidateQueries({ queryKey: ['supplier-account'] });
  };
}
