import { type ordersInternal } from '#shared/contracts/internal/orders';
import { type z } from '#shared/contracts/zod';
import { type Consolidation } from '../domain/consolidation';

export const presentSummary = ({
  id,
  cityId,
  cycleId,
  pickupDate,
  version,
  supersededBy,
}: Consolidation): z.input<typeof ordersInternal.getConsolidationSummary.reply> => ({
  consolidationId: id,
  cityId,
  cycleId,
  pickupDate,
  version,
  ...(supersededBy === undefined ? {} : { supersededBy }),
});
