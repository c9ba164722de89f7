import { type CycleId, type OfferId } from '#shared/contracts/ids';
import { api } from '@/client/api';

/** Gives back what everybody paid for an offer, page by page. Gives how many orders got money back; may be begun anew at any time. */
export const refundWholeOffer = async (offerId: OfferId, cycleId: CycleId): Promise<number> => {
  let total = 0;
  let cursor: string | undefined;
  do {
    const body = { cycleId, ...(cursor === undefined ? {} : { cursor }) };
    const { refunded, nextCursor } = await api.orders.refundOffer({ params: { offerId }, body });
    total += refunded;
    cursor = nextCursor;
  } while (cursor !== undefined);
  return total;
};
