import { type OrderInLedger } from '#shared/contracts/internal/orders';
import { cny } from '#shared/contracts/money';
import { statementOf } from '../domain/moneyStatement';
import { type OrderWithEntries } from '../usecases/money/listOrdersInLedger';

export function presentOrderInLedger({ order, entries }: OrderWithEntries): OrderInLedger {
  const money = statementOf(order);
  return {
    orderId: order.id,
    cityId: order.cityId,
    cycleId: order.cycleId,
    ...(money ? { money } : {}),
    commission: entries.map(({ lineId, sequence, leaderAccountId, ...entry }) => ({
      ...{ lineId, sequence, leaderAccountId },
      amount: cny(entry.fen),
      base: cny(entry.baseFen),
      basisPoints: entry.basisPoints,
      withdrawableFrom: entry.withdrawableFrom.toISOString(),
      postedAt: entry.postedAt.toISOString(),
    })),
  };
}
