import { CitySum, listed, type ListedOrder, type StopAddress, StopSum } from '../../domain/consolidation';
import { pickupPointNames } from '../../clients/pickupPoints';
import { type Closing } from '../../storage/closingStore';
import { inGroups } from '../inGroups';
import { type ClosingDeps, type PhaseStep } from './phaseStep';

const namedAtOnce = 100;
/** Each waits for the disk: together they wait once. */
const pointsAtOnce = 8;
const listedAtOnce = 500;

/**
 * Makes the lists of every pickup point, then the consolidation with the totals of all of them, which is what makes them
 * frozen. Lists that are there after a crash are not made again.
 */
export const freezeLists: PhaseStep = async ({ deps, closing, alive }) => {
  const { consolidationId } = closing;
  const points = await deps.cycleOrders.pickupPointsOf(consolidationId);
  for (let at = 0; at < points.length; at += namedAtOnce) {
    const some = points.slice(at, at + namedAtOnce);
    const nameOf = await pickupPointNames(deps.delivery, some);
    await inGroups(some, pointsAtOnce, async (pickupPointId) => {
      await alive();
      await freezeStop(deps, { consolidationId, pickupPointId, ...nameOf(pickupPointId) });
    });
  }
  const city = new CitySum();
  for await (const stop of deps.consolidations.eachStop(consolidationId)) city.add(stop);
  const totals = city.totals(consolidationId);
  await alive();
  if (totals.orders !== (await deps.cycleOrders.countInConsolidation(consolidationId))) {
    deps.log.warn({ consolidationId }, 'orders moved while their lists were made: they are made again');
    await deps.consolidations.clearLists(consolidationId);
    return undefined;
  }
  await deps.consolidations.freeze({ id: consolidationId, ...(await headOf(deps, closing)), ...totals });
  if (closing.supersedes) await deps.consolidations.markSuperseded(closing.supersedes, consolidationId);
  return { phase: 'frozen' };
};

/** The list of one pickup point, its orders first: once the stop is there, they are. */
async function freezeStop({ cycleOrders, consolidations }: ClosingDeps, address: StopAddress): Promise<void> {
  const { consolidationId, pickupPointId } = address;
  if (await consolidations.hasStop(consolidationId, pickupPointId)) return;
  const sum = new StopSum();
  let list: ListedOrder[] = [];
  for await (const order of cycleOrders.ofStop(consolidationId, pickupPointId)) {
    sum.add(order);
    list.push(listed(order, address));
    if (list.length < listedAtOnce) continue;
    await consolidations.putListed(list);
    list = [];
  }
  await consolidations.putListed(list);
  await consolidations.putStop(sum.totals(address));
}

async function headOf({ cycleOrders, groupOrders, now }: ClosingDeps, closing: Closing) {
  const { cityId, cycleId, version, pickupDate, supersedes, reason, droppedSkus } = closing;
  const [failedOrders, buys] = await Promise.all([
    cycleOrders.countFailedAtCutoff(cycleId),
    groupOrders.countGroupBuys(cycleId),
  ]);
  return {
    cityId,
    cycleId,
    version,
    pickupDate,
    frozenAt: now(),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(reason === undefined ? {} : { reason }),
    failedOrders,
    groupBuysFormed: buys.formed,
    groupBuysFailed: buys.failed,
    droppedSkus,
  };
}
